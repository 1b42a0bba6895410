using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Distribution.Dispatches.Ledger;
using Distribution.Mail.Outcomes;

namespace Distribution.Dispatches.Records;

/// <summary>
/// The proof of a distribution record: SHA-256, in lower-case hexadecimal, over one line for each recipient in the record's own order, which
/// is that of contact ids; where recipients were planned in groups that are due at different times, group after group, each by contact id.
/// A line is <c>{contact} {language} {outcome} {time} {code}</c> and a line feed, in UTF-8: the outcome in lower case, the time in UTC as
/// <c>2026-11-24T12:00:00.000Z</c>, the SMTP reply code in three digits, and <c>-</c> where there is no time or no code. A line holds
/// neither address nor name, and a batch never records what is learnt later, so that neither an erasure nor a late bounce changes the hash.
/// </summary>
public sealed class RecordHash : IDisposable
{
    private const string None = "-";

    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private (string Group, string Contact) last = ("", "");

    /// <summary>Takes the next batch in the ledger's order.</summary>
    /// <exception cref="InvalidOperationException">A recipient does not come after the one before.</exception>
    public void Add(Batch batch)
    {
        foreach (var (recipient, outcome) in batch.Recipients.Zip(batch.Outcomes))
        {
            (string Group, string Contact) next = (batch.Key.Group, recipient.Contact);
            if (!Follows(next, last)) throw new InvalidOperationException($"Batch {batch.Key} holds contact {recipient.Contact} out of order.");
            hash.AppendData(Encoding.UTF8.GetBytes(Line(recipient, outcome)));
            last = next;
        }
    }

    /// <summary>The hash of all batches that were added.</summary>
    public string Finish() => Convert.ToHexStringLower(hash.GetHashAndReset());

    public void Dispose() => hash.Dispose();

    /// <summary>The hashed fields of one recipient.</summary>
    public static string Line(Recipient recipient, Outcome outcome) => string.Create(
        CultureInfo.InvariantCulture,
        $"{recipient.Contact} {recipient.Language} {outcome.State.ToString().ToLowerInvariant()} {Time(outcome)} {Code(outcome)}\n");

    private static bool Follows((string Group, string Contact) next, (string Group, string Contact) last) =>
        string.CompareOrdinal(next.Group, last.Group) switch
        {
            0 => string.CompareOrdinal(next.Contact, last.Contact) > 0,
            var order => order > 0,
        };

    private static string Time(Outcome outcome) => outcome.At is { } at ? LedgerTime.Write(at) : None;

    private static string Code(Outcome outcome) => outcome.Code == 0 ? None : outcome.Code.ToString(CultureInfo.InvariantCulture);
}
