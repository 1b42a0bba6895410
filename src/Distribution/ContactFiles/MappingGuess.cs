namespace Distribution.ContactFiles;

/// <summary>Tells what the columns of a file are about.</summary>
internal static class MappingGuess
{
    public static ColumnMapping Of(IReadOnlyList<string> headers, IReadOnlyList<IReadOnlyList<string>> firstRows) =>
        throw new NotSupportedException($"To come: {headers.Count} columns, {firstRows.Count} rows.");
}
