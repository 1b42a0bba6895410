using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Distribution.Dispatches;

/// <summary>
/// The proof of a distribution record: SHA-256, in lower-case hexadecimal, over one line for each recipient in the order of contact ids.
/// A line is <c>{contact} {language} {outcome} {time} {code}</c> and a line feed, in UTF-8: the outcome in lower case, the time in UTC as
/// <c>2026-11-24T12:00:00.000Z</c>, the SMTP reply code in three digits, and <c>-</c> where there is no time or no code. A line holds
/// neither address nor name, and a batch never records what is learnt later, so that neither an erasure nor a late bounce changes the hash.
/// </summary>
public static class RecordHash
{
    private const string None = "-";

    /// <summary>The hash of batches that come in the order of contact ids; one batch is in memory at a time.</summary>
    /// <exception cref="InvalidOperationException">A recipient does not come after the one before.</exception>
    public static async Task<string> OfAsync(IAsyncEnumerable<Batch> batches, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var last = "";
        await foreach (var batch in batches.WithCancellation(cancellationToken))
        {
            foreach (var (recipient, outcome) in batch.Recipients.Zip(batch.Outcomes))
            {
                if (string.CompareOrdinal(recipient.Contact, last) <= 0) throw OutOfOrder(batch, recipient);
                hash.AppendData(Encoding.UTF8.GetBytes(Line(recipient, outcome)));
                last = recipient.Contact;
            }
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>What is hashed for one recipient.</summary>
    public static string Line(Recipient recipient, Outcome outcome) => string.Create(
        CultureInfo.InvariantCulture,
        $"{recipient.Contact} {recipient.Language} {outcome.State.ToString().ToLowerInvariant()} {Time(outcome)} {Code(outcome)}\n");

    private static string Time(Outcome outcome) => outcome.At is { } at ? LedgerTime.Write(at) : None;

    private static string Code(Outcome outcome) => outcome.Code == 0 ? None : outcome.Code.ToString(CultureInfo.InvariantCulture);

    private static InvalidOperationException OutOfOrder(Batch batch, Recipient recipient) =>
        new($"Batch {batch.Key} holds contact {recipient.Contact} out of order.");
}
