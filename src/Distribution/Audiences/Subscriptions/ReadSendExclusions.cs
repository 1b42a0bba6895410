using Distribution.Platform.Storage;

namespace Distribution.Audiences.Subscriptions;

/// <summary>The contacts excluded since a dispatch was planned, at most 30 seconds old.</summary>
public sealed class ReadSendExclusions(SendExclusionStore store, TimeProvider time)
{
    /// <summary>SendExclusions are looked for from a little before the plan, since instances' clocks differ.</summary>
    private static readonly TimeSpan ClockDifference = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(30);

    private readonly SharedReads<SendExclusions> reads = new(Fresh, time);

    /// <param name="dispatch">Id of the dispatch.</param>
    /// <param name="createdAt">When it was made.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    public async Task<SendExclusions> RunAsync(string dispatch, DateTimeOffset createdAt, CancellationToken cancellationToken) =>
        (await reads.FindAsync(dispatch, () => ReadAsync(createdAt), cancellationToken))!;

    private async Task<SendExclusions?> ReadAsync(DateTimeOffset createdAt)
    {
        List<SendExclusion> added = [];
        await foreach (var sendExclusion in store.SinceAsync(createdAt - ClockDifference, CancellationToken.None))
            added.Add(sendExclusion.Value);
        return new(added);
    }
}
