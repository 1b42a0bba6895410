using Distribution.Audiences.Subscriptions;

namespace Distribution.Readers.Unsubscribe;

/// <summary>Whoever is back on lists gets what is planned by these and not yet sent; what else they left stays left.</summary>
public sealed class TakeBackDepartures(DepartureStore departures)
{
    public async Task RunAsync(string contact, IReadOnlyList<string> lists, CancellationToken cancellationToken)
    {
        await foreach (var departure in departures.OfAsync(contact, cancellationToken))
        {
            if (departure.Value.Lists is not { } left || !left.Any(lists.Contains)) continue;
            List<string> rest = [.. left.Except(lists)];
            if (rest.Count == 0) await departures.RemoveAsync(departure, cancellationToken);
            else await departures.AddAsync(departure.Value with { Lists = rest }, cancellationToken);
        }
    }
}
