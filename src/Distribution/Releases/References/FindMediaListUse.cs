using Distribution.Audiences.Selection;
using Distribution.Audiences.Subscriptions;
using Distribution.Releases.Drafts;

namespace Distribution.Releases.References;

/// <summary>Says what a media list is needed for.</summary>
public sealed class FindMediaListUse(SubscriptionStore subscriptions, ReleaseStore releases)
{
    /// <summary>
    /// A sentence; null when nothing needs it. Ended subscriptions count: a contact who unsubscribed must not be put on a new list of the
    /// same id. Members by the list's own rule do not: they go with it.
    /// </summary>
    public async Task<string?> RunAsync(string list, CancellationToken cancellationToken)
    {
        foreach (var shard in SubscriptionStore.Shards)
        {
            if (await subscriptions.ShardStatesAsync(list, shard, cancellationToken).AnyAsync(state => !state.IsByRule, cancellationToken))
                return "The list has subscriptions, or somebody has unsubscribed from it. An unused list is best made not public.";
        }

        return await releases.UnfinishedAsync(cancellationToken).AnyAsync(release => Names(release.Value.Audience, list), cancellationToken)
            ? "A release that is not finished is addressed to it or excludes its members."
            : null;
    }

    private static bool Names(Audience audience, string list) => audience.Lists.Contains(list) || audience.ExcludedLists.Contains(list);
}
