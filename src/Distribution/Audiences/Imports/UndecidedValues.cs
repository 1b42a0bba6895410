using Distribution.Contacts.Files;

namespace Distribution.Audiences.Imports;

/// <summary>Counts what is not understood while a file is read; the first of each column, since a column of free text has many.</summary>
internal sealed class UndecidedValues
{
    private const int Most = 50;
    private const int LongestShown = 100;

    private readonly Dictionary<(string Column, string Value), int> rows = [];

    public IReadOnlyList<UndecidedValue> All =>
        [.. rows.Select(entry => new UndecidedValue(entry.Key.Column, entry.Key.Value, entry.Value))];

    public void Add(RowStatus status)
    {
        var key = (status.Column, status.Value.Length <= LongestShown ? status.Value : $"{status.Value[..LongestShown]}…");
        if (rows.Count < Most || rows.ContainsKey(key)) rows[key] = rows.GetValueOrDefault(key) + 1;
    }
}
