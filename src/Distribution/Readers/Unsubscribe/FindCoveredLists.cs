using Distribution.Audiences.Subscriptions;
using Distribution.Platform.Security;
using Distribution.Platform.Storage;
using Distribution.Releases.Drafts;

namespace Distribution.Readers.Unsubscribe;

/// <summary>Finds the lists that a link to unsubscribe covers: those of its release, or all that its contact gets as a daily digest.</summary>
public sealed class FindCoveredLists(ReleaseStore releases, SubscriptionStore subscriptions)
{
    /// <returns>Null when the release is unknown.</returns>
    public async Task<CoveredLists?> RunAsync(UnsubscribeLink link, CancellationToken cancellationToken)
    {
        if (link is not UnsubscribeLink.InRelease(var release, _)) return new([], DailyAsync);
        return await releases.FindMainAsync(release, cancellationToken) is { Value: var found }
            ? new(found.Topics, (contact, token) => OnAsync(found.Audience.Lists, contact, token))
            : null;
    }

    private async Task<IReadOnlyList<Stored<Subscription>>> OnAsync(IReadOnlyList<string> lists, string contact, CancellationToken cancellationToken)
    {
        List<Stored<Subscription>> found = [];
        foreach (var list in lists)
        {
            if (await subscriptions.FindAsync(list, contact, cancellationToken) is { } subscription) found.Add(subscription);
        }

        return found;
    }

    private async Task<IReadOnlyList<Stored<Subscription>>> DailyAsync(string contact, CancellationToken cancellationToken) =>
        [.. (await subscriptions.ForContactAsync(contact, cancellationToken)).Where(row => row.Value.Frequency == Frequency.Daily)];
}

/// <summary>The lists that a link covers.</summary>
/// <param name="Topics">The topics of its release.</param>
/// <param name="ReadAsync">A contact's subscriptions to these lists, whatever their state, by the id of the link or by one it was merged with.</param>
public sealed record CoveredLists(IReadOnlyList<string> Topics, Func<string, CancellationToken, Task<IReadOnlyList<Stored<Subscription>>>> ReadAsync);
