using Distribution.Audiences.Selection;
using Distribution.Audiences.Subscriptions;
using Distribution.Audiences.Suppressions;
using Distribution.Contacts.Outlets;
using Distribution.Dispatches.Ledger;
using Distribution.Publisher.Topics;

namespace Distribution.Dispatches.Deliveries;

/// <summary>
/// Reads what has been written since a dispatch began, of the rows from which planning decides about a contact. Both times are the
/// storage's own.
/// </summary>
public sealed class ReadDataChanges(
    DispatchStore dispatches, SubscriptionStore subscriptions, SuppressionStore suppressions, OutletStore outlets, TopicStore topics)
{
    /// <returns>Null when it is not known any more when the dispatch began by the storage's clock.</returns>
    public async Task<IReadOnlyList<DataChange>?> RunAsync(
        Dispatch dispatch, Addressing addressing, AudienceExplanation decision, CancellationToken cancellationToken)
    {
        if (await dispatches.AddedAtAsync(dispatch, cancellationToken) is not { } since) return null;
        List<DataChange> changes = [];
        HashSet<string> employers = [];
        var usesTopics = addressing.Audience.Topics.Count > 0;
        foreach (var list in addressing.Lists)
        {
            if (await subscriptions.FindAsync(list, decision.Contact, cancellationToken) is not { } found) continue;
            if (found.Value.Outlet is { } outlet) employers.Add(outlet);
            usesTopics |= found.Value.NotTopics.Count > 0 && addressing.Topics.Count > 0;
            Add(DataKind.Subscription, list, found.WrittenAt);
        }

        if (decision.Suppression is { Id: var suppression })
            Add(DataKind.Suppression, suppression, (await suppressions.FindAsync(suppression, cancellationToken))?.WrittenAt);
        foreach (var employer in addressing.Audience.OutletTypes.Count > 0 ? employers : [])
            Add(DataKind.Outlet, employer, (await outlets.FindAsync(employer, cancellationToken))?.WrittenAt);
        if (usesTopics)
        {
            await foreach (var topic in topics.AllAsync(cancellationToken)) Add(DataKind.Topic, topic.Value.Id, topic.WrittenAt);
        }

        return changes;

        void Add(DataKind kind, string id, DateTimeOffset? writtenAt)
        {
            if (writtenAt > since) changes.Add(new(kind, id, writtenAt.Value));
        }
    }
}
