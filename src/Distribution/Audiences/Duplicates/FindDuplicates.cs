using Distribution.Audiences.Subscriptions;
using Distribution.Contacts.Contacts;
using Distribution.Platform.Jobs;
using Distribution.Platform.Storage;

namespace Distribution.Audiences.Duplicates;

/// <summary>
/// Looks through all contacts for duplicates. Each part reads the shards and holds a quarter of the keys, 24 bytes each, so that
/// memory stays small; the last part removes pairs that no longer match. After a run that was cut off, the next restarts its part.
/// </summary>
public sealed class FindDuplicates(DuplicateStore duplicates, ContactStore contacts, TimeProvider clock) : IJobRunner
{
    public const string JobName = "duplicates";

    /// <summary>There is one search.</summary>
    public const string OnlyId = "all";

    private const int AtOnce = 100;

    /// <summary>Well under the time after which the job is taken for lost.</summary>
    private static readonly TimeSpan LongestRun = TimeSpan.FromMinutes(4);

    public string Name => JobName;

    public async Task<DateTimeOffset?> RunAsync(string id, CancellationToken cancellationToken)
    {
        var started = clock.GetTimestamp();
        while (await duplicates.FindSearchAsync(cancellationToken) is { Value.FinishedAt: null } search)
        {
            var part = search.Value.PartsDone;
            if (part == DuplicateSearch.Parts - 1) await PruneAsync(cancellationToken);
            else await FindAsync((ulong)part, cancellationToken);
            var after = search.Value with { PartsDone = part + 1, FinishedAt = part + 1 == DuplicateSearch.Parts ? clock.GetUtcNow() : null };
            await duplicates.SaveSearchAsync(search, after, cancellationToken);
            if (after.FinishedAt is null && clock.GetElapsedTime(started) > LongestRun) return clock.GetUtcNow();
        }

        return null;
    }

    private async Task FindAsync(ulong part, CancellationToken cancellationToken)
    {
        KeyGroups names = new(crowd: true), numbers = new(crowd: false);
        foreach (var shard in SubscriptionStore.Shards)
        {
            await foreach (var contact in contacts.ShardAsync(shard, cancellationToken))
            {
                foreach (var key in DuplicateKeys.OfName(contact.Value).Where(IsOfPart)) names.Add(key, contact.Value.Id);
                foreach (var key in DuplicateKeys.OfNumber(contact.Value).Where(IsOfPart)) numbers.Add(key, contact.Value.Id);
            }
        }

        foreach (var pairs in names.Pairs().Concat(numbers.Pairs()).Chunk(AtOnce)) await AddAsync([.. pairs.Distinct()], cancellationToken);
        bool IsOfPart(ulong key) => key % (DuplicateSearch.Parts - 1) == part;
    }

    private async Task AddAsync(IReadOnlyList<(string First, string Second)> pairs, CancellationToken cancellationToken)
    {
        var found = await contacts.FindManyAsync([.. pairs.SelectMany(pair => new[] { pair.First, pair.Second }).Distinct()], cancellationToken);
        foreach (var (first, second) in pairs)
        {
            if (!AreDuplicates(found, first, second)) continue;
            await duplicates.AddAsync(new() { First = first, Second = second, FoundAt = clock.GetUtcNow() }, cancellationToken);
        }
    }

    /// <summary>A dismissal stays, also while the two do not look alike, as long as both exist.</summary>
    private async Task PruneAsync(CancellationToken cancellationToken)
    {
        await foreach (var some in duplicates.AllAsync(cancellationToken).Chunk(AtOnce).WithCancellation(cancellationToken))
        {
            var found = await contacts.FindManyAsync(
                [.. some.SelectMany(pair => new[] { pair.Value.First, pair.Value.Second }).Distinct()], cancellationToken);
            foreach (var pair in some)
            {
                var areThere = found.ContainsKey(pair.Value.First) && found.ContainsKey(pair.Value.Second);
                if (areThere && (pair.Value.IsDismissed || AreDuplicates(found, pair.Value.First, pair.Value.Second))) continue;
                await duplicates.DeleteAsync(pair, cancellationToken);
            }
        }
    }

    private static bool AreDuplicates(IReadOnlyDictionary<string, Stored<Contact>> found, string first, string second) =>
        found.TryGetValue(first, out var one) && found.TryGetValue(second, out var other) && DuplicateRule.Compare(one.Value, other.Value).Count > 0;
}
