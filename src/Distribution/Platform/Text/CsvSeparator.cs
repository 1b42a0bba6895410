namespace Distribution.Platform.Text;

/// <summary>Stands between the cells of a CSV file.</summary>
public enum CsvSeparator
{
    /// <summary>As RFC 4180 has it.</summary>
    Comma,

    /// <summary>For spreadsheet programs where a comma is the decimal mark: they would open the other as a single column.</summary>
    Semicolon,
}
