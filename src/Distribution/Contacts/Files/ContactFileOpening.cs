using Distribution.Contacts.Files.Csv;
using Distribution.Contacts.Files.Decoding;
using Distribution.Contacts.Files.VCard;
using Distribution.Platform.Validation;

namespace Distribution.Contacts.Files;

/// <summary>Finds out what a file is and how it is to be read.</summary>
internal sealed class ContactFileOpening(Stream stream, string? fileName, IReadOnlyDictionary<string, string>? corrections)
{
    private const int BeginningLength = 1024;

    public async Task<ContactFileResult> RunAsync(CancellationToken cancellationToken)
    {
        if (stream.Length == 0) return new ContactFileResult.Unreadable(UnreadableFiles.Empty);
        if (stream.Length > ContactFileLimits.MostBytes) return new ContactFileResult.Unreadable(UnreadableFiles.TooLarge);
        var scan = await FileScan.ReadAsync(stream, cancellationToken);
        var encoding = FileEncoding.From(scan);
        if (UnreadableFiles.ByBytes(scan, encoding.IsUtf16, stream.Length) is { } message) return new ContactFileResult.Unreadable(message);
        var beginning = await BeginningAsync(encoding, cancellationToken);
        if (string.IsNullOrWhiteSpace(beginning)) return new ContactFileResult.Unreadable(UnreadableFiles.Empty);
        return IsVCard(beginning) ? await OpenVCardAsync(scan, encoding, cancellationToken)
            : UnreadableFiles.ByText(beginning) is { } other ? new ContactFileResult.Unreadable(other)
            : await OpenCsvAsync(scan, encoding, cancellationToken);
    }

    /// <summary>The first characters that are not white space.</summary>
    private async Task<string> BeginningAsync(FileEncoding encoding, CancellationToken cancellationToken)
    {
        using var text = encoding.Open(stream);
        var buffer = new char[BeginningLength];
        var beginning = "";
        while (beginning.Length == 0 && await text.ReadBlockAsync(buffer.AsMemory(), cancellationToken) is > 0 and var read)
        {
            beginning = new string(buffer, 0, read).Replace("\0", "", StringComparison.Ordinal).Trim();
        }

        return beginning;
    }

    // An address book whose first card lost its first line is one all the same.
    private bool IsVCard(string beginning) =>
        beginning.StartsWith("BEGIN:VCARD", StringComparison.OrdinalIgnoreCase)
        || ((fileName ?? "").EndsWith(".vcf", StringComparison.OrdinalIgnoreCase) && beginning.Contains(':', StringComparison.Ordinal));

    private async Task<ContactFileResult> OpenVCardAsync(FileScan scan, FileEncoding encoding, CancellationToken cancellationToken)
    {
        VCardRows rows = new(stream, encoding);
        if (await IsOverAsync(scan, rows.CountAsync, cancellationToken))
            return new ContactFileResult.Unreadable(UnreadableFiles.TooManyRows);
        ColumnMapping none = new() { Columns = [] };
        var mapping = Correct(none, out var errors);
        if (errors.Any) return new ContactFileResult.Mismapped(errors);
        return new ContactFileResult.Opened(new(rows.ReadAsync)
        {
            Format = ContactFileFormat.VCard,
            Encoding = encoding.Encoding.WebName,
            Mapping = mapping,
        });
    }

    private async Task<ContactFileResult> OpenCsvAsync(FileScan scan, FileEncoding encoding, CancellationToken cancellationToken)
    {
        using var text = encoding.Open(stream);
        var layout = await CsvLayout.DetectAsync(text, cancellationToken);
        if (layout.Width == 0) return new ContactFileResult.Unreadable(UnreadableFiles.Empty);
        if (layout.Width > ContactFileLimits.MostColumns) return new ContactFileResult.Unreadable(UnreadableFiles.TooManyColumns);
        var mapping = Correct(layout.Mapping, out var errors);
        if (errors.Any) return new ContactFileResult.Mismapped(errors);
        CsvRows rows = new(stream, encoding, layout, mapping);
        if (await IsOverAsync(scan, rows.CountAsync, cancellationToken))
            return new ContactFileResult.Unreadable(UnreadableFiles.TooManyRows);
        return new ContactFileResult.Opened(new(rows.ReadAsync)
        {
            Format = layout.Separator == '\t' ? ContactFileFormat.Tsv : ContactFileFormat.Csv,
            Encoding = encoding.Encoding.WebName,
            Separator = layout.Separator,
            HasHeader = layout.HasHeader,
            Mapping = mapping,
        });
    }

    private ColumnMapping Correct(ColumnMapping guess, out FieldErrors errors)
    {
        errors = new();
        return corrections is null ? guess : guess.Correct(corrections, errors);
    }

    // No file has more rows than lines, so that most are not read for this.
    private static async Task<bool> IsOverAsync(
        FileScan scan, Func<CancellationToken, Task<int>> count, CancellationToken cancellationToken) =>
        scan.Lines > ContactFileLimits.MostRows && await count(cancellationToken) > ContactFileLimits.MostRows;
}
