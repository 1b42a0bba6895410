using Distribution.Contacts.Files;

namespace Distribution.Audiences.Imports;

/// <summary>A column of a file and the field that it is taken for.</summary>
/// <param name="Column">Its name.</param>
/// <param name="Field">Such as <c>givenName</c> or <c>phones:mobile</c>; null when it is not taken.</param>
public sealed record ImportColumn(string Column, string? Field)
{
    public static IReadOnlyList<ImportColumn> Get(ColumnMapping mapping) =>
        [.. mapping.Columns.Select(column => new ImportColumn(column.Column, column.Target?.ToString()))];
}
