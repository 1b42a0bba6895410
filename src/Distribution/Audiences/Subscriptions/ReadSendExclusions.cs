using System.Collections.Concurrent;

namespace Distribution.Audiences.Subscriptions;

/// <summary>The contacts excluded since a dispatch was planned, at most 30 seconds old.</summary>
public sealed class ReadSendExclusions(SendExclusionStore store, TimeProvider time)
{
    /// <summary>SendExclusions are looked for from a little before the plan, since instances' clocks differ.</summary>
    private static readonly TimeSpan ClockDifference = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<string, (SendExclusions Excluded, DateTimeOffset At)> known = new();

    /// <param name="dispatch">Id of the dispatch.</param>
    /// <param name="createdAt">When it was made.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    public async Task<SendExclusions> RunAsync(string dispatch, DateTimeOffset createdAt, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (known.TryGetValue(dispatch, out var found) && now - found.At < Fresh) return found.Excluded;
        List<SendExclusion> added = [];
        await foreach (var sendExclusion in store.SinceAsync(createdAt - ClockDifference, cancellationToken)) added.Add(sendExclusion.Value);
        SendExclusions exclusions = new(added);
        foreach (var old in known.Where(entry => now - entry.Value.At >= Fresh)) known.TryRemove(old);
        known[dispatch] = (exclusions, now);
        return exclusions;
    }
}
