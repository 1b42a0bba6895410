using System.Security.Cryptography;
using System.Text;
using Distribution.Dispatches.Ledger;
using Distribution.Dispatches.Records;
using Distribution.Mail.Outcomes;
using Distribution.Releases.Drafts;
using Distribution.Testing.Smtp;
using Xunit;

namespace Distribution.Testing.Servers;

/// <summary>Compares the records of dispatches with what the relay has really taken.</summary>
public sealed class KillCheck(DispatchHost desk, IReadOnlyDictionary<string, int> inFlight)
{
    private readonly Dictionary<string, List<ReceivedMail>> mails =
        desk.Relay.Mails.GroupBy(mail => mail.Message.MessageId!).ToDictionary(copies => copies.Key, copies => copies.ToList());

    /// <summary>The mails in flight, by Message-ID, when a program that started then was ended.</summary>
    public static async Task<IReadOnlyList<string>> FindInFlightAsync(DispatchHost desk, DateTimeOffset born, CancellationToken cancellationToken)
    {
        List<string> found = [];
        await foreach (var dispatch in desk.Get<DispatchStore>().UnfinishedAsync(cancellationToken))
        {
            // Those of an earlier life, whose batch nobody has taken over yet, are known already.
            var record = await desk.Get<ReadRecord>().RunAsync(dispatch.Value, cancellationToken);
            found.AddRange(await record.Recipients
                .Where(entry => entry.Outcome == OutcomeState.Handed && DateTimeOffset.Parse(entry.At!, null) >= born)
                .Select(entry => entry.MessageId!)
                .ToListAsync(cancellationToken));
        }

        return found;
    }

    /// <returns>The findings, in words.</returns>
    public async Task<string> RunAsync(Release release, int planned, CancellationToken cancellationToken)
    {
        var dispatch = await desk.DispatchOfAsync(release, cancellationToken);
        var record = await desk.Get<ReadRecord>().RunAsync(dispatch, cancellationToken);
        var entries = await record.Recipients.ToListAsync(cancellationToken);
        var copies = entries.ToDictionary(entry => entry, CopiesOf);

        Assert.Equal((planned, planned), (dispatch.Planned, entries.Count));
        Assert.Equal(planned, entries.Select(entry => entry.Address).Distinct().Count());
        Assert.Equal(record.Outcomes, record.Totals);
        Assert.Equal(planned, record.Totals.Values.Sum());
        Assert.Equal(HashOf(entries), dispatch.RecordHash);
        Assert.Equal(dispatch.RecordHash, (await desk.Get<ReleaseStore>().FindMainAsync(release.Id, cancellationToken))!.Value.RecordHashes[dispatch.Id]);
        foreach (var (entry, count) in copies) Check(entry, count);
        return $"{copies.Values.Count(count => count == 2)} of {planned} have it twice, {copies.Count(copy => copy.Key.MayHaveReceivedTwice)} are marked, "
            + $"{entries.Count(entry => entry.Outcome == OutcomeState.Held)} held.";
    }

    /// <summary>Each mail belonged to one of the records: there is none under another Message-ID.</summary>
    public void NoMailIsLeft() => Assert.Empty(mails);

    private int CopiesOf(RecordEntry entry)
    {
        if (!mails.Remove(entry.MessageId!, out var copies)) return 0;
        Assert.All(copies, copy => Assert.Equal(entry.Address, copy.Recipient));
        return copies.Count;
    }

    /// <summary>Whoever was in flight at two kills waits for a person, and nobody knows whether they have it; everybody else has it.</summary>
    private void Check(RecordEntry entry, int copies)
    {
        var kills = inFlight.GetValueOrDefault(entry.MessageId!);
        Assert.Equal((entry.Contact, kills < 2 ? OutcomeState.Accepted : entry.Outcome), (entry.Contact, entry.Outcome));
        Assert.InRange(copies, entry.Outcome == OutcomeState.Accepted ? 1 : 0, 2);
        Assert.True(entry.Outcome is OutcomeState.Accepted or OutcomeState.Held, $"{entry.Contact} is {entry.Outcome}.");
        Assert.True(copies < 2 || entry.MayHaveReceivedTwice, $"{entry.Contact} has two copies and no mark.");
        Assert.True(kills > 0 || !entry.MayHaveReceivedTwice, $"{entry.Contact} is marked and was never in flight at a kill.");
    }

    /// <summary>As docs/operations/read-a-record.md says, from nothing but the lines of the record.</summary>
    private static string HashOf(IEnumerable<RecordEntry> entries)
    {
        var lines = entries.Select(entry =>
            $"{entry.Contact} {entry.Language} {entry.Outcome.ToString().ToLowerInvariant()} "
            + $"{entry.At ?? "-"} {entry.Code?.ToString("D3", null) ?? "-"}\n");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(lines))));
    }
}
