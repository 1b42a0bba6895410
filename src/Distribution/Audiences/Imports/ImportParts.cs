namespace Distribution.Audiences.Imports;

/// <summary>Rows are worked on in parts: those of one shard of contacts together, and those without an address last.</summary>
public static class ImportParts
{
    /// <summary>Rows without an address that can be read.</summary>
    public const char Refused = 'r';

    public const string All = "0123456789abcdefr";
}
