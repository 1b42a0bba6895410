using System.Globalization;
using Distribution.Dispatches.Ledger;
using Distribution.Dispatches.Planning;
using Distribution.Dispatches.Sending;
using Distribution.Publisher.Organisations;

namespace Distribution.Dispatches.Digests;

/// <summary>Takes the digests that are due through planning to the queue; nothing when no release was published since the last ones.</summary>
public sealed class DispatchDigest(
    ReadEditions readEditions, PlanDigest planDigest, DispatchStore dispatches, PlanDispatch planDispatch, QueueBatches queueBatches)
{
    public async Task RunAsync(
        DateTimeOffset end, IReadOnlyList<DigestSubscriber> due, Organisation organisation, CancellationToken cancellationToken)
    {
        // The end names the dispatch, so that a run that continues another finds its plan.
        var id = string.Create(CultureInfo.InvariantCulture, $"digest{end.UtcDateTime:yyyyMMddHHmmssfff}");
        var editions = await readEditions.RunAsync(due.Min(reader => reader.CoveredUntil), end, organisation, cancellationToken);
        if (editions.Count == 0) return;
        List<string> lists = [.. editions.SelectMany(edition => edition.Release.Audience.Lists).Distinct()];
        List<string> read = [.. lists, .. editions.SelectMany(edition => edition.Release.Audience.ExcludedLists).Distinct().Except(lists)];
        var found = await dispatches.FindOrAddAsync(id, 0, DispatchKind.Digest, end, cancellationToken);
        if (found.Value.Plan is not null) return;
        var described = found.Value with { Lists = read, Releases = [.. editions.Select(edition => edition.Release.Id)] };
        var planned = await planDispatch.RunAsync(
            found, described, _ => planDigest.RunAsync(due, editions, read, end, organisation, cancellationToken), organisation, cancellationToken);
        await queueBatches.AllAsync(planned.Value, cancellationToken);
    }
}
