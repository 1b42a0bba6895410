using System.Globalization;

namespace Distribution.Contacts.Files;

/// <summary>Texts of a row in the length in which they are taken.</summary>
internal static class RowText
{
    /// <summary>The text, cut where it is too long for a cell, and then said so.</summary>
    public static string Cut(string text, string column, RowBuilder row)
    {
        if (text.Length <= ContactFileLimits.LongestCell) return text;
        var most = string.Create(CultureInfo.InvariantCulture, $"{ContactFileLimits.LongestCell:N0} characters");
        row.Add(new RowProblem(RowProblem.Row, column, $"The text has more than {most}.", $"the first {most}"));
        return text[..ContactFileLimits.LongestCell].Trim();
    }
}
