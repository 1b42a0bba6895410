namespace Distribution.ContactFiles;

/// <summary>Contacts as vCards; <see cref="ContactFile"/> reads them back.</summary>
public static class ContactVCardWriter
{
    /// <summary>Writes the rows as they come.</summary>
    public static async Task WriteAsync(IAsyncEnumerable<ContactRow> rows, VCardVersion version, TextWriter output, CancellationToken cancellationToken)
    {
        await foreach (var row in rows.WithCancellation(cancellationToken)) throw new NotSupportedException($"To come: {row.Number} {version} {output}.");
    }
}
