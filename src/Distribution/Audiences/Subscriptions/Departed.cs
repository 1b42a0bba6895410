namespace Distribution.Audiences.Subscriptions;

/// <summary>Who has left since a plan was made; pure.</summary>
public sealed class Departed
{
    private readonly HashSet<string> everywhere = [];
    private readonly HashSet<(string Contact, string List)> lists = [];

    public Departed(IEnumerable<Departure> departures)
    {
        foreach (var departure in departures)
        {
            if (departure.Lists is null) everywhere.Add(departure.Contact);
            else lists.UnionWith(departure.Lists.Select(list => (departure.Contact, list)));
        }
    }

    public bool IsNobody => everywhere.Count == 0 && lists.Count == 0;

    /// <summary>Whether a contact planned for these lists has left all of them.</summary>
    public bool Has(string contact, IEnumerable<string> plannedLists) =>
        everywhere.Contains(contact) || plannedLists.All(list => lists.Contains((contact, list)));
}
