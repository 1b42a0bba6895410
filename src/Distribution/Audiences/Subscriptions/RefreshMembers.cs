using Distribution.Audiences.MediaLists;
using Distribution.Platform.Jobs;
using Distribution.Platform.Storage;

namespace Distribution.Audiences.Subscriptions;

/// <summary>
/// Reads all contacts, shard by shard, adds those that match a list's rule and removes those that no longer match it. A run
/// resumes where the last one was, unless that had finished or the rule has changed since; then it restarts.
/// </summary>
public sealed class RefreshMembers(
    ReadRules readRules, RefreshShard refreshShard, RuleRefreshStore refreshes, TimeProvider clock) : IJobRunner
{
    public const string JobName = "rule";

    /// <summary>A run ends after this time, between two shards, and the next continues.</summary>
    private static readonly TimeSpan LongestRun = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan BetweenRuns = TimeSpan.FromSeconds(1);

    public string Name => JobName;

    public async Task<DateTimeOffset?> RunAsync(string id, CancellationToken cancellationToken)
    {
        var started = clock.GetTimestamp();
        var rules = await readRules.OfListAsync(id, cancellationToken);
        var place = await FindOrBeginAsync(id, rules, cancellationToken);
        while (place.Value.FinishedAt is null)
        {
            if (clock.GetElapsedTime(started) > LongestRun) return clock.GetUtcNow() + BetweenRuns;
            var done = await refreshShard.RunAsync(id, SubscriptionStore.Shards[place.Value.Shards], rules, cancellationToken);
            var used = rules;
            rules = await readRules.OfListAsync(id, cancellationToken);
            // A row written by the old rule may lie in a shard that another run has already read by the new one.
            place = rules.Version == used.Version
                ? await AdvanceAsync(place, done, cancellationToken)
                : await BeginAsync(id, rules, cancellationToken);
        }

        return null;
    }

    private async Task<Stored<RuleRefresh>> FindOrBeginAsync(string list, RuleBook rules, CancellationToken cancellationToken) =>
        await refreshes.FindAsync(list, cancellationToken) is { Value.FinishedAt: null } found && found.Value.Version == rules.Version
            ? found
            : await BeginAsync(list, rules, cancellationToken);

    private async Task<Stored<RuleRefresh>> BeginAsync(string list, RuleBook rules, CancellationToken cancellationToken)
    {
        RuleRefresh refresh = new() { List = list, Version = rules.Version, StartedAt = clock.GetUtcNow() };
        for (WriteResult? result = null; result is not WriteResult.Done;)
        {
            result = await refreshes.FindAsync(list, cancellationToken) is { } found
                ? await refreshes.ReplaceAsync(found, refresh, cancellationToken)
                : await refreshes.AddAsync(list, refresh, cancellationToken);
        }

        return await FindAsync(list, cancellationToken);
    }

    /// <summary>Where another run has come first, its place counts.</summary>
    private async Task<Stored<RuleRefresh>> AdvanceAsync(
        Stored<RuleRefresh> place, (int Entered, int Left) done, CancellationToken cancellationToken)
    {
        var shards = place.Value.Shards + 1;
        var advanced = place.Value with
        {
            Shards = shards,
            Entered = place.Value.Entered + done.Entered,
            Removed = place.Value.Removed + done.Left,
            FinishedAt = shards == SubscriptionStore.Shards.Length ? clock.GetUtcNow() : null,
        };
        await refreshes.ReplaceAsync(place, advanced, cancellationToken);
        return await FindAsync(place.Value.List, cancellationToken);
    }

    private async Task<Stored<RuleRefresh>> FindAsync(string list, CancellationToken cancellationToken) =>
        await refreshes.FindAsync(list, cancellationToken)
            ?? throw new InvalidOperationException($"The place in the refresh of {list} vanished.");
}
