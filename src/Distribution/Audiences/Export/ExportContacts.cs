using System.Globalization;
using System.Runtime.CompilerServices;
using Distribution.Audiences.Subscriptions;
using Distribution.Contacts.Contacts;
using Distribution.Contacts.Files;
using Distribution.Contacts.Outlets;
using Distribution.Contacts.Search;
using Distribution.Platform.Audit;

namespace Distribution.Audiences.Export;

/// <summary>
/// Exports the contacts of a search, one after the other. The audit records the user and the filter: the begin, before the first contact,
/// and
/// the number exported, also of an export that was broken off.
/// </summary>
public sealed class ExportContacts(
    ContactStore contacts, SearchContacts search, OutletStore outlets, ReadStandings readStandings, AuditStore audit, TimeProvider clock)
{
    public const string Begun = "contacts.exportBegun";
    public const string Exported = "contacts.exported";

    private const int AtOnce = 200;

    public async IAsyncEnumerable<ContactRow> RunAsync(
        ContactQuery query, string format, Actor by, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Dictionary<string, string> details = new() { ["format"] = format, ["filter"] = FilterOf(query) };
        await audit.AddAsync(Begun, by, "contacts", details, cancellationToken);
        var (count, isComplete) = (0, false);
        try
        {
            var known = await outlets.AllAsync(cancellationToken)
                .ToDictionaryAsync(outlet => outlet.Value.Id, outlet => outlet.Value, cancellationToken: cancellationToken);
            var standings = await readStandings.RunAsync(cancellationToken);
            await foreach (var contact in FindAsync(query, cancellationToken))
                yield return ExportRow.Get(++count, contact, known, standings.Of(contact), clock.GetUtcNow());
            isComplete = true;
        }
        finally
        {
            details["contacts"] = count.ToString(CultureInfo.InvariantCulture);
            details["complete"] = isComplete ? "true" : "false";
            // Also when the client has gone: the rows written so far count.
            await audit.AddAsync(Exported, by, "contacts", details, CancellationToken.None);
        }
    }

    /// <summary>
    /// The filter as in an address of the API. The audit outlives personal data, so an address that was searched for is not recorded.
    /// </summary>
    private static string FilterOf(ContactQuery query)
    {
        (string Name, string? Value)[] parts =
        [
            ("q", query.Text?.Contains('@', StringComparison.Ordinal) == true ? "(an address)" : query.Text),
            ("country", query.Country),
            ("topic", query.Topic),
            ("language", query.Language),
            ("outletType", query.OutletType is { } type ? OutletTypeName.Get(type) : null),
            ("outlet", query.Outlet),
            ("list", query.List),
            ("tag", query.Tag),
            ("status", query.Status.ToString().ToLowerInvariant()),
        ];
        return string.Join('&', parts.Where(part => part.Value is not null).Select(part => $"{part.Name}={part.Value}"));
    }

    private IAsyncEnumerable<Contact> FindAsync(ContactQuery query, CancellationToken cancellationToken) =>
        query == new ContactQuery { Status = query.Status }
            ? AllAsync(query.Status, cancellationToken)
            : FoundAsync(query, cancellationToken);

    private async IAsyncEnumerable<Contact> AllAsync(ContactStatus status, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var shard in SubscriptionStore.Shards)
        {
            await foreach (var contact in contacts.ShardAsync(shard, cancellationToken))
            {
                if (contact.Value.Status == status) yield return contact.Value;
            }
        }
    }

    private async IAsyncEnumerable<Contact> FoundAsync(ContactQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // Someone with two words that begin alike is found by both.
        HashSet<string> given = [];
        string? after = null;
        do
        {
            var page = (await search.RunAsync(query, AtOnce, after, cancellationToken))!;
            var ids = page.Items.Select(item => item.Id).Where(given.Add).ToList();
            var found = await contacts.FindManyAsync(ids, cancellationToken);
            foreach (var id in ids)
            {
                if (found.TryGetValue(id, out var contact)) yield return contact.Value;
            }

            after = page.After;
        }
        while (after is not null);
    }
}
