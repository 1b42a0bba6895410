using Distribution.Audiences.MediaLists;
using Distribution.Audiences.Selection;
using Distribution.Contacts.Outlets;

namespace Distribution.Dispatches.Deliveries;

/// <summary>The names of the lists and outlets of an audience; an id stands for one that was deleted.</summary>
internal sealed class AudienceNames(IReadOnlyDictionary<string, string> lists, IReadOnlyDictionary<string, string> outlets)
{
    public string List(string id) => lists.GetValueOrDefault(id, id);

    public string Outlet(string id) => outlets.GetValueOrDefault(id, id);

    public static async Task<AudienceNames> ReadAsync(
        Addressing addressing, MediaListStore lists, OutletStore outlets, CancellationToken cancellationToken)
    {
        Dictionary<string, string> listNames = [];
        Dictionary<string, string> outletNames = [];
        foreach (var id in addressing.Lists)
        {
            if ((await lists.FindAsync(id, cancellationToken))?.Value.Names.First is { } name) listNames[id] = name;
        }

        foreach (var id in addressing.Audience.ExcludedOutlets)
        {
            if (await outlets.FindAsync(id, cancellationToken) is { Value: var outlet }) outletNames[id] = outlet.Name;
        }

        return new(listNames, outletNames);
    }
}
