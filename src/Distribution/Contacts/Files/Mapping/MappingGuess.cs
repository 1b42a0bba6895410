using Distribution.Contacts.Files.Values;

namespace Distribution.Contacts.Files.Mapping;

/// <summary>Guesses the fields of a file's columns.</summary>
internal static class MappingGuess
{
    public static ColumnMapping Get(IReadOnlyList<string> headers, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        var tool = KnownTool.From(headers);
        var columns = headers.Select((header, index) => new MappedColumn(header, ByName(tool, header, Cells(rows, index)))).ToList();
        TakeForWholeName(columns);
        TakeForStatus(columns, rows);
        if (!Has(columns, ContactField.Address)) ByContent(columns, rows, ContactField.Address);
        return new() { Columns = columns, Tool = tool?.Tool };
    }

    /// <summary>The columns of a file whose first row names none.</summary>
    public static ColumnMapping OfNameless(int count, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        var columns = Enumerable.Range(1, count).Select(number => new MappedColumn($"column {number}", null)).ToList();
        TakeForStatus(columns, rows);
        foreach (var field in Enum.GetValues<ContactField>()) ByContent(columns, rows, field);
        return new() { Columns = columns };
    }

    // Many call the street an address.
    private static ColumnTarget? ByName(KnownTool? tool, string header, List<string> cells)
    {
        var target = tool is null ? HeaderNames.Find(header) : tool.Find(header);
        var isStreet =
            target?.Field == ContactField.Address && cells.Count > 0 && !cells.Exists(cell => cell.Contains('@', StringComparison.Ordinal));
        return isStreet ? null : target;
    }

    // Nom and nombre are a part of the name only where the other part has a column too.
    private static void TakeForWholeName(List<MappedColumn> columns)
    {
        var hasParts = Has(columns, ContactField.GivenName) && Has(columns, ContactField.FamilyName);
        if (hasParts || Has(columns, ContactField.Name)) return;
        var index = columns.FindIndex(column => Folding.Fold(column.Column) is "nom" or "nombre");
        if (index >= 0) columns[index] = columns[index] with { Target = new(ContactField.Name) };
    }

    // A column that says of one address that it has unsubscribed is never passed over, whatever its name.
    private static void TakeForStatus(List<MappedColumn> columns, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        foreach (var (index, column) in columns.Index().Where(column => column.Item.Target is null).ToList())
        {
            if (Cells(rows, index).Exists(MailStatusWords.IsRefusal))
                columns[index] = column with { Target = new(ContactField.MailStatus) };
        }
    }

    private static void ByContent(List<MappedColumn> columns, IReadOnlyList<IReadOnlyList<string>> rows, ContactField field)
    {
        var index = columns.FindIndex(column => column.Target is null && CellContent.Guess(Cells(rows, columns.IndexOf(column))) == field);
        if (index >= 0) columns[index] = columns[index] with { Target = new(field) };
    }

    private static bool Has(List<MappedColumn> columns, ContactField field) => columns.Exists(column => column.Target?.Field == field);

    private static List<string> Cells(IReadOnlyList<IReadOnlyList<string>> rows, int index) =>
        [.. rows.Select(row => index < row.Count ? row[index].Trim() : "").Where(cell => cell.Length > 0)];
}
