using Distribution.Audiences.Merging;
using Distribution.Contacts.Contacts;
using Distribution.Contacts.Search;
using Distribution.Dispatches.Digests;
using Distribution.Platform.Jobs;

namespace Distribution.Audiences.Subscriptions;

/// <summary>
/// Brings what a contact's subscriptions and the index carry of it up to date, has the lists' rules applied to it, and ends and removes
/// them when the contact is gone. It looks at the contact once more when it is done, so that of two runs at once the last leaves the
/// newest data; harmless to repeat.
/// </summary>
public sealed class SyncSubscriptions(
    ContactStore contacts,
    SubscriptionStore subscriptions,
    MergeStore merges,
    ApplyRules applyRules,
    UpdateIndex updateIndex,
    SyncDigestSubscriber syncDigestSubscriber,
    DetachContact detachContact,
    TimeProvider clock) : IJobRunner
{
    public const string JobName = "sync-subscriptions";

    public string Name => JobName;

    /// <returns>Null: it is done.</returns>
    public async Task<DateTimeOffset?> RunAsync(string id, CancellationToken cancellationToken)
    {
        var current = await contacts.FindAsync(id, cancellationToken);
        // What a merge has taken away it still carries over, and then it runs this.
        if (current is null && await merges.UnderWayAsync(id, cancellationToken) is not null) return null;
        for (var done = false; !done;)
        {
            var copied = current;
            await CopyAsync(id, copied?.Value, cancellationToken);
            current = await contacts.FindAsync(id, cancellationToken);
            done = current?.ETag == copied?.ETag;
        }

        await updateIndex.RunAsync(id, cancellationToken);
        if (current is null) await detachContact.RunAsync(id, cancellationToken);
        return null;
    }

    private async Task CopyAsync(string id, Contact? contact, CancellationToken cancellationToken)
    {
        var found = await subscriptions.ForContactAsync(id, cancellationToken);
        foreach (var subscription in found)
        {
            await subscriptions.ChangeAsync(
                subscription, row => SubscriptionChange.Copy(row, contact, clock.GetUtcNow()), cancellationToken);
        }

        await syncDigestSubscriber.RunAsync(id, contact, found.Select(row => row.Value), cancellationToken);
        if (contact is not null)
            await applyRules.RunAsync(contact, found.Where(row => row.Value.IsByRule).Select(row => row.Value.List), cancellationToken);
    }
}
