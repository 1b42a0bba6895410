using System.Collections.Concurrent;
using Distribution.Dispatches.Ledger;

namespace Distribution.Audiences.Subscriptions;

/// <summary>Who has left since a dispatch was planned, at most 30 seconds old.</summary>
public sealed class ReadDepartures(DepartureStore store, TimeProvider time)
{
    /// <summary>Departures are looked for from a little before the plan, since instances' clocks differ.</summary>
    private static readonly TimeSpan ClockDifference = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<string, (Departed Departed, DateTimeOffset At)> known = new();

    public async Task<Departed> RunAsync(Dispatch dispatch, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (known.TryGetValue(dispatch.Id, out var found) && now - found.At < Fresh) return found.Departed;
        List<Departure> departures = [];
        await foreach (var departure in store.SinceAsync(dispatch.CreatedAt - ClockDifference, cancellationToken)) departures.Add(departure.Value);
        Departed departed = new(departures);
        foreach (var old in known.Where(entry => now - entry.Value.At >= Fresh)) known.TryRemove(old);
        known[dispatch.Id] = (departed, now);
        return departed;
    }
}
