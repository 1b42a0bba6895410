using Distribution.Audiences.MediaLists;
using Distribution.Audiences.Subscriptions;
using Distribution.Audiences.Suppressions;
using Distribution.Contacts.Files;
using Distribution.Platform.Security;

namespace Distribution.Audiences.Export;

/// <summary>Reads who is suppressed and who is on which list, list by list and not contact by contact.</summary>
public sealed class ReadStandings(MediaListStore lists, SubscriptionStore subscriptions, SuppressionStore suppressions, AddressHash hash)
{
    public async Task<Standings> RunAsync(CancellationToken cancellationToken)
    {
        var suppressed = await suppressions.AllAsync(cancellationToken)
            .ToDictionaryAsync(
                suppression => suppression.Value.Id, suppression => suppression.Value.Reason, cancellationToken: cancellationToken);
        List<(string Contact, RowSubscription Subscription)> found = [];
        await foreach (var list in lists.AllAsync(cancellationToken))
        {
            foreach (var shard in SubscriptionStore.Shards)
            {
                await foreach (var state in subscriptions.ShardStatesAsync(list.Value.Id, shard, cancellationToken))
                {
                    // A rule puts them on the list again by itself.
                    if (!state.IsByRule) found.Add((state.Contact, new(list.Value.Id, StatusOf(state.State))));
                }
            }
        }

        return new(suppressed, found.ToLookup(entry => entry.Contact, entry => entry.Subscription), hash);
    }

    private static MailStatus StatusOf(SubscriptionState state) => state switch
    {
        SubscriptionState.Confirmed => MailStatus.Subscribed,
        SubscriptionState.Pending => MailStatus.Unconfirmed,
        _ => MailStatus.Unsubscribed,
    };
}
