using System.Runtime.CompilerServices;
using Distribution.Contacts.Files.Decoding;

namespace Distribution.Contacts.Files.VCard;

/// <summary>The contacts of a file of vCards.</summary>
internal sealed class VCardRows(Stream stream, FileEncoding encoding)
{
    public async IAsyncEnumerable<ContactRow> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var text = encoding.Open(stream);
        VCardReader reader = new(new LineReader(text));
        while (await reader.ReadAsync(cancellationToken) is { } card) yield return CardContact.Get(card);
    }

    /// <summary>How many cards there are; no more than one over the limit is counted.</summary>
    public async Task<int> CountAsync(CancellationToken cancellationToken)
    {
        using var text = encoding.Open(stream);
        VCardReader reader = new(new LineReader(text));
        var count = 0;
        while (count <= ContactFileLimits.MostRows && await reader.ReadAsync(cancellationToken) is not null) count++;
        return count;
    }
}
