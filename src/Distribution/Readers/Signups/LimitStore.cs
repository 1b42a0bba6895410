using System.Globalization;
using Azure.Data.Tables;
using Distribution.Platform.Storage;

namespace Distribution.Readers.Signups;

/// <summary>Counts that all instances share. A row is a window of time; keys are hashes, so that nobody's address stands here.</summary>
public sealed class LimitStore(Tables tables, TimeProvider clock)
{
    private readonly Rows<LimitWindow> rows = new(tables[Tables.Limits]);

    /// <summary>Counts one more, unless there were as many already.</summary>
    /// <param name="kind">The kind of thing that is counted.</param>
    /// <param name="key">Hash of whose it is.</param>
    /// <param name="most">How many there may be in a window.</param>
    /// <param name="window">How long a window is.</param>
    /// <returns>False where there were as many.</returns>
    public async Task<bool> TakeAsync(string kind, string key, int most, TimeSpan window, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var number = now.UtcTicks / window.Ticks;
        var (partition, row) = ($"{kind}.{key[..2]}", string.Create(CultureInfo.InvariantCulture, $"{key}.{number}"));
        while (true)
        {
            var found = await rows.FindAsync(partition, row, cancellationToken);
            if (found?.Value.Count >= most) return false;
            var next = new LimitWindow { Count = (found?.Value.Count ?? 0) + 1, EndsAt = new((number + 1) * window.Ticks, TimeSpan.Zero) };
            var written = found is null ? await rows.AddAsync(partition, row, next, cancellationToken) : await rows.ReplaceAsync(found, next, cancellationToken);
            if (written is WriteResult.Done) return true;
        }
    }

    /// <summary>How long the window that is open now still is.</summary>
    public TimeSpan Remaining(TimeSpan window) => window - TimeSpan.FromTicks(clock.GetUtcNow().UtcTicks % window.Ticks);

    /// <summary>Windows that are over; reads the whole table.</summary>
    public IAsyncEnumerable<Stored<LimitWindow>> OverBeforeAsync(DateTimeOffset instant, CancellationToken cancellationToken) =>
        rows.QueryAsync(TableClient.CreateQueryFilter($"EndsAt lt {instant}"), cancellationToken);

    public Task<WriteResult> DeleteAsync(Stored<LimitWindow> read, CancellationToken cancellationToken) => rows.DeleteAsync(read, cancellationToken);
}

/// <summary>How often something was done in a stretch of time, by all instances together.</summary>
public sealed record LimitWindow
{
    public required int Count { get; init; }

    public required DateTimeOffset EndsAt { get; init; }
}
