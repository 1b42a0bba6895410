using Distribution.Audiences.Subscriptions;
using Distribution.Platform.Security;
using Distribution.Platform.Storage;
using Distribution.Publisher.Topics;
using Distribution.Releases.Drafts;

namespace Distribution.Readers.Unsubscribe;

/// <summary>
/// Finds the lists that a link to unsubscribe covers: those of its release, or all that its contact gets as a daily digest.
/// </summary>
public sealed class FindCoveredLists(ReleaseStore releases, SubscriptionStore subscriptions, TopicStore topics)
{
    /// <returns>Null when the release is unknown.</returns>
    public async Task<CoveredLists?> RunAsync(UnsubscribeLink link, CancellationToken cancellationToken)
    {
        if (link is not UnsubscribeLink.InRelease(var release, _)) return new([], TopicBook.Empty, DailyAsync);
        if (await releases.FindMainAsync(release, cancellationToken) is not { Value: var found }) return null;
        var vocabulary = await topics.ReadForAsync(found.Topics, cancellationToken);
        return new(
            vocabulary.Keep(found.Topics), vocabulary, (contact, token) => OnAsync(found.Audience.Lists, contact, token));
    }

    private async Task<IReadOnlyList<Stored<Subscription>>> OnAsync(
        IReadOnlyList<string> lists, string contact, CancellationToken cancellationToken)
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
/// <param name="Vocabulary">Has their names.</param>
/// <param name="ReadAsync">A contact's subscriptions to these lists, whatever their state, by the id of the link or by one it was merged
/// with.</param>
public sealed record CoveredLists(
    IReadOnlyList<string> Topics,
    TopicBook Vocabulary,
    Func<string, CancellationToken, Task<IReadOnlyList<Stored<Subscription>>>> ReadAsync);
