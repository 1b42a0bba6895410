using Distribution.Platform.Validation;

namespace Distribution.Contacts.Files;

/// <summary>A file of contacts: CSV, TSV or vCards, read row by row.</summary>
public sealed class ContactFile
{
    private readonly Func<CancellationToken, IAsyncEnumerable<ContactRow>> rows;

    internal ContactFile(Func<CancellationToken, IAsyncEnumerable<ContactRow>> rows) => this.rows = rows;

    public required ContactFileFormat Format { get; init; }

    /// <summary>The encoding's name: <c>utf-8</c>, <c>utf-16</c>, <c>utf-16BE</c> or <c>windows-1252</c>.</summary>
    public required string Encoding { get; init; }

    /// <summary>The separator of cells; null for vCards.</summary>
    public char? Separator { get; init; }

    /// <summary>Whether the first row names the columns.</summary>
    public bool HasHeader { get; init; }

    /// <summary>The columns and what they are taken for; none for vCards.</summary>
    public required ColumnMapping Mapping { get; init; }

    /// <summary>Looks at a file without reading its rows.</summary>
    /// <param name="stream">The file; it can seek, stays the caller's, and stays open while rows are read.</param>
    /// <param name="fileName">Its name, which helps where the content leaves a doubt.</param>
    /// <param name="mapping">Column to field where the guess is to be set right; see <see cref="ColumnMapping.Correct"/>.</param>
    public static Task<ContactFileResult> OpenAsync(
        Stream stream, string? fileName, IReadOnlyDictionary<string, string>? mapping, CancellationToken cancellationToken) =>
        new ContactFileOpening(stream, fileName, mapping).RunAsync(cancellationToken);

    /// <summary>The rows from the first on, each time it is called, but not twice at once; empty ones are passed over.</summary>
    public IAsyncEnumerable<ContactRow> RowsAsync(CancellationToken cancellationToken) => rows(cancellationToken);
}

public abstract record ContactFileResult
{
    private ContactFileResult() { }

    public sealed record Opened(ContactFile File) : ContactFileResult;

    /// <summary>It is no contact file, or too large a one.</summary>
    /// <param name="Message">The fault and its remedy, in one or two sentences.</param>
    public sealed record Unreadable(string Message) : ContactFileResult;

    /// <summary>The mapping names a column that the file lacks, or a field that there is not.</summary>
    public sealed record Mismapped(FieldErrors Errors) : ContactFileResult;
}
