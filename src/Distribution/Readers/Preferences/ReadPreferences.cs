using Distribution.Audiences.MediaLists;
using Distribution.Audiences.Subscriptions;
using Distribution.Contacts.Contacts;
using Distribution.Contacts.Outlets;
using Distribution.Publisher.Organisations;
using Distribution.Publisher.Topics;

namespace Distribution.Readers.Preferences;

/// <summary>Reads the content of the preferences page.</summary>
public sealed class ReadPreferences(
    OrganisationStore organisations, MediaListStore lists, SubscriptionStore subscriptions, OutletStore outlets, TopicStore topics)
{
    public async Task<PreferencesView> RunAsync(Contact contact, CancellationToken cancellationToken)
    {
        var language = PreferencesPhrases.LanguageFor(contact.Languages);
        var own =
            (await subscriptions.ForContactAsync(contact.Id, cancellationToken)).ToDictionary(row => row.Value.List, row => row.Value);
        var shown =
            await lists.AllAsync(cancellationToken).Select(row => new PreferencesList(row.Value, own.GetValueOrDefault(row.Value.Id)))
                .Where(list => list.List.Public || list.Frequency is not null).ToListAsync(cancellationToken);
        return new(
            contact,
            (await organisations.FindAsync(cancellationToken))?.Value,
            [.. shown.OrderBy(list => list.List.Names.In(language), StringComparer.OrdinalIgnoreCase)],
            await OutletsAsync(contact, cancellationToken))
        {
            Topics = await topics.ReadAsync(cancellationToken),
        };
    }

    private async Task<IReadOnlyDictionary<string, Outlet>> OutletsAsync(Contact contact, CancellationToken cancellationToken)
    {
        Dictionary<string, Outlet> found = [];
        foreach (var id in contact.Positions.Select(position => position.Outlet).Distinct())
        {
            if (await outlets.FindAsync(id, cancellationToken) is { } outlet) found[id] = outlet.Value;
        }

        return found;
    }
}
