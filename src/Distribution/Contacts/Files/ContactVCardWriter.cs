using Distribution.Contacts.Files.VCard;

namespace Distribution.Contacts.Files;

/// <summary>Contacts as vCards; <see cref="ContactFile"/> reads them back.</summary>
public static class ContactVCardWriter
{
    /// <summary>Writes the rows as they come.</summary>
    public static async Task WriteAsync(
        IAsyncEnumerable<ContactRow> rows, VCardVersion version, TextWriter output, CancellationToken cancellationToken)
    {
        CardWriter writer = new(version);
        await foreach (var row in rows.WithCancellation(cancellationToken))
            await output.WriteAsync(writer.Write(row).AsMemory(), cancellationToken);
    }
}
