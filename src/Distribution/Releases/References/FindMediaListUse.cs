using Distribution.Audiences.Selection;
using Distribution.Audiences.Subscriptions;
using Distribution.Releases.Drafts;

namespace Distribution.Releases.References;

/// <summary>Says what a media list is needed for.</summary>
public sealed class FindMediaListUse(SubscriptionStore subscriptions, ReleaseStore releases)
{
    /// <summary>
    /// A sentence; null when nothing needs it. Ended subscriptions count: a contact who unsubscribed must not be put on a new list of the
    /// same id.
    /// </summary>
    public async Task<string?> RunAsync(string list, CancellationToken cancellationToken)
    {
        if ((await subscriptions.PageAsync(list, state: null, 1, null, cancellationToken)).Items.Count > 0) return "The list has subscriptions.";
        return await releases.UnfinishedAsync(cancellationToken).AnyAsync(release => Names(release.Value.Audience, list), cancellationToken)
            ? "A release that is not finished is addressed to it or excludes its members."
            : null;
    }

    private static bool Names(Audience audience, string list) => audience.Lists.Contains(list) || audience.ExcludedLists.Contains(list);
}
