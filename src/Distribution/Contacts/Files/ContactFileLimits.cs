namespace Distribution.Contacts.Files;

/// <summary>How large a contact file may be.</summary>
public static class ContactFileLimits
{
    public const long MostBytes = 50 * 1024 * 1024;

    /// <summary>Rows or cards, the header aside.</summary>
    public const int MostRows = 200_000;

    public const int MostColumns = 1_000;

    /// <summary>Characters of a cell, as many as a spreadsheet program takes. A longer cell is cut and reported.</summary>
    public const int LongestCell = 32_767;

    /// <summary>Values of a field; no contact has more, and it bounds what one cell can cost.</summary>
    public const int MostValues = 100;

    /// <summary>Characters of a line, and of a row over several lines.</summary>
    internal const int LongestLine = 1_000_000;

    /// <summary>Lines of a cell, after which its quotation mark counts as one that somebody forgot to close.</summary>
    internal const int MostLinesOfCell = 1_000;
}
