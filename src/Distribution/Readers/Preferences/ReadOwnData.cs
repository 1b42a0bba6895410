using Distribution.Audiences.MediaLists;
using Distribution.Audiences.Subscriptions;
using Distribution.Audiences.Suppressions;
using Distribution.Contacts.Contacts;
using Distribution.Platform.Addresses;
using Distribution.Platform.Audit;
using Distribution.Platform.Security;

namespace Distribution.Readers.Preferences;

/// <summary>Puts together everything that is held about somebody.</summary>
public sealed class ReadOwnData(
    ReadPreferences readPreferences,
    ReadReceived readReceived,
    MediaListStore lists,
    SubscriptionStore subscriptions,
    SuppressionStore suppressions,
    AuditStore audit,
    AddressHash hash,
    TimeProvider clock)
{
    private const int AuditPage = 1_000;

    public async Task<OwnData> RunAsync(Contact contact, CancellationToken cancellationToken)
    {
        var preferences = await readPreferences.RunAsync(contact, cancellationToken);
        var own = await subscriptions.ForContactAsync(contact.Id, cancellationToken);
        var names = await lists.AllAsync(cancellationToken).ToDictionaryAsync(
            list => list.Value.Id, list => list.Value.Names.In(preferences.Language), cancellationToken: cancellationToken);
        return new()
        {
            At = clock.GetUtcNow(),
            Contact = contact,
            Topics = contact.Topics.ToDictionary(topic => topic, topic => preferences.Topics.Name(topic, preferences.Language)),
            Outlets = preferences.Outlets.ToDictionary(outlet => outlet.Key, outlet => outlet.Value.Name),
            Lists = names.Where(name => own.Any(row => row.Value.List == name.Key)).ToDictionary(),
            Subscriptions = [.. own.Select(row => row.Value).OrderBy(row => row.List, StringComparer.Ordinal)],
            Suppression = (await suppressions.FindAsync(hash.Compute(MailAddress.Parse(contact.Address)!), cancellationToken))?.Value,
            Mails = await readReceived.RunAsync(contact.Id, most: null, cancellationToken),
            History = await HistoryAsync(contact.Id, cancellationToken),
        };
    }

    private async Task<IReadOnlyList<AuditEntry>> HistoryAsync(string contact, CancellationToken cancellationToken)
    {
        List<AuditEntry> entries = [];
        string? after = null;
        do
        {
            var page = await audit.PageAsync($"contact:{contact}", AuditPage, after, cancellationToken);
            entries.AddRange(page.Items.Select(entry => entry.Value));
            after = page.After;
        }
        while (after is not null);
        return entries;
    }
}
