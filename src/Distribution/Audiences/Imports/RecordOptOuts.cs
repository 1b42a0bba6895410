using Distribution.Audiences.Subscriptions;
using Distribution.Audiences.Suppressions;
using Distribution.Contacts.Contacts;
using Distribution.Platform.Addresses;
using Distribution.Platform.Text;

namespace Distribution.Audiences.Imports;

/// <summary>
/// Writes down who said no to mails in another tool, with the file as evidence: addresses are suppressed, subscriptions end or are added as
/// ended. It comes before anything else of a row; idempotent.
/// </summary>
public sealed class RecordOptOuts(
    AddSuppression addSuppression, EndSubscription endSubscription, SubscriptionStore subscriptions, TimeProvider clock)
{
    private const int AtOnce = 8;
    private const int LongestEvidence = 800;

    /// <summary>The basis of a subscription that was there only to say that it has ended.</summary>
    private const string Basis = "import";

    /// <summary>Suppresses the addresses of rows, those left out too.</summary>
    public Task SuppressAsync(Import import, IEnumerable<RowDecision> decisions, CancellationToken cancellationToken) => EachAsync(
        decisions.Where(decision => decision.OptOut is { Reason: not null })
            .SelectMany(decision => decision.OptOut!.Addresses, (decision, address) => (decision, address)),
        async (row, token) =>
        {
            var evidence = Redaction.Redact(Evidence(import, row.decision), MailAddress.Parse(row.address)!);
            var result = await addSuppression.RunAsync(
                new() { Address = row.address, Reason = row.decision.OptOut!.Reason!.Value, Evidence = evidence }, token);
            if (result is AddSuppressionResult.Invalid)
                throw new InvalidOperationException($"Row {row.decision.Result.Row} of import {import.Id} cannot be suppressed.");
        },
        cancellationToken);

    /// <summary>Ends the subscriptions that rows say have ended.</summary>
    public async Task EndAsync(Import import, IReadOnlyList<RowDecision> taken, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        foreach (var list in taken.SelectMany(decision => decision.Result.Ended).Distinct())
        {
            foreach (var shard in taken.Where(decision => decision.Result.Ended.Contains(list))
                .GroupBy(decision => decision.Contact!.Id[0]))
            {
                var rows = shard.DistinctBy(decision => decision.Contact!.Id).ToDictionary(decision => decision.Contact!.Id);
                var before = await subscriptions.AddManyAsync(
                    [.. rows.Values.Select(row => Ended(list, row.Contact!, Evidence(import, row), now))], cancellationToken);
                // Lists that the operator has not named are not theirs to take somebody off.
                if (!import.Settings!.Lists.Contains(list)) continue;
                await EachAsync(
                    before,
                    (contact, token) => endSubscription.RunAsync(list, contact, Reason(Evidence(import, rows[contact])), token),
                    cancellationToken);
            }
        }
    }

    private static Subscription Ended(string list, Contact contact, string evidence, DateTimeOffset now) =>
        SubscriptionChange.End(SubscriptionRules.Confirmed(list, contact, new(Basis, evidence, now), now), Reason(evidence), now);

    private static string Reason(string evidence) => $"{SubscriptionChange.UnsubscribedElsewhere}: {evidence}";

    private static string Evidence(Import import, RowDecision decision)
    {
        var words = $"{decision.OptOut?.Words ?? "subscriptions"} of {import.FileName ?? "a file without a name"}";
        var line = PrintableText.Line(words.Length <= LongestEvidence ? words : $"{words[..LongestEvidence]}…");
        return $"{line} (import {import.Id}, row {decision.Result.Row})";
    }

    private static Task EachAsync<T>(
        IEnumerable<T> items, Func<T, CancellationToken, Task> work, CancellationToken cancellationToken) => Parallel.ForEachAsync(
        items,
        new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
        async (item, token) => await work(item, token));
}
