using System.Text.RegularExpressions;
using Distribution.Contacts.Files.Decoding;

namespace Distribution.Contacts.Files;

/// <summary>Says what a file is that is no file of contacts, and what to do.</summary>
internal static partial class UnreadableFiles
{
    public const string Empty = "The file is empty. Export the contacts again, as CSV or vCard.";

    public const string TooLarge = "The file has more than 50 MB. Divide it into smaller files.";

    public const string TooManyRows = "The file has more than 200,000 rows. Divide it into smaller files.";

    public const string TooManyColumns =
        "The file has more than 1,000 columns. Leave only the columns about the contacts, and save it again.";

    public const string Unknown = "The file is no text. Save it as CSV UTF-8, or export it as vCard, and use that file.";

    private const string SaveAs = "Open it in the program that wrote it, save it as CSV UTF-8, and use that file.";
    private const string Export = "Export the contacts as CSV or vCard, and use that file.";

    private static readonly (byte[] Sign, string Message)[] Signs =
    [
        ("%PDF"u8.ToArray(), $"The file is a PDF. {Export}"),
        ("PK\u0003\u0004"u8.ToArray(), $"The file is a spreadsheet (such as .xlsx or .ods) or a ZIP archive. {SaveAs}"),
        ([0xD0, 0xCF, 0x11, 0xE0], $"The file is an old Office file (such as .xls). {SaveAs}"),
        ([0x1F, 0x8B], "The file is a compressed archive. Unpack it, and use the file inside."),
        ([0x37, 0x7A, 0xBC, 0xAF], "The file is a compressed archive. Unpack it, and use the file inside."),
        (@"{\rtf"u8.ToArray(), $"The file is a text document (RTF). {Export}"),
        ([0x89, 0x50, 0x4E, 0x47], $"The file is a picture. {Export}"),
        ([0xFF, 0xD8, 0xFF], $"The file is a picture. {Export}"),
        ("GIF8"u8.ToArray(), $"The file is a picture. {Export}"),
    ];

    private static readonly (string Begins, string Message)[] Beginnings =
    [
        ("<", $"The file is a web page or XML. {Export}"),
        ("{", $"The file is JSON. {Export}"),
    ];

    /// <summary>By its first bytes; null when they may be text.</summary>
    public static string? ByBytes(FileScan scan, bool isUtf16, long length) =>
        Signs.FirstOrDefault(sign => scan.Head.AsSpan().StartsWith(sign.Sign)).Message
        ?? (!isUtf16 && scan.Controls * 10 > length ? Unknown : null);

    /// <summary>By its first characters; null when it may be a file of contacts.</summary>
    public static string? ByText(string beginning) =>
        Beginnings.FirstOrDefault(known => beginning.TrimStart().StartsWith(known.Begins, StringComparison.Ordinal)).Message
        ?? (JsonList().IsMatch(beginning) ? $"The file is JSON. {Export}" : null);

    /// <summary>A list of objects, lists, texts or nothing.</summary>
    [GeneratedRegex(@"^\s*\[\s*(?:[{\[\]]|""(?:[^""\\]|\\.)*""\s*[,\]])", RegexOptions.CultureInvariant)]
    private static partial Regex JsonList();
}
