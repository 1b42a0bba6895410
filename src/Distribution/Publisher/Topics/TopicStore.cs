using Distribution.Platform.Storage;

namespace Distribution.Publisher.Topics;

/// <summary>The topics by id. What depends on the words they cover follows each change.</summary>
public sealed class TopicStore(Tables tables, IEnumerable<ITopicFollower> followers) : ResourceStore<Topic>(tables[Tables.Topics], "topics")
{
    public override Task<WriteResult> AddAsync(string id, Topic value, CancellationToken cancellationToken) =>
        FollowedAsync(() => base.AddAsync(id, value, cancellationToken), cancellationToken);

    public override Task<WriteResult> ReplaceAsync(Stored<Topic> read, Topic value, CancellationToken cancellationToken) =>
        FollowedAsync(() => base.ReplaceAsync(read, value, cancellationToken), cancellationToken);

    /// <summary>The whole vocabulary, in one request.</summary>
    public async Task<TopicBook> ReadAsync(CancellationToken cancellationToken) =>
        new(await AllAsync(cancellationToken).Select(topic => topic.Value).ToListAsync(cancellationToken));

    /// <summary>The vocabulary where any of the words is to be looked up; else nothing is read.</summary>
    public async Task<TopicBook> ReadForAsync(IEnumerable<string> words, CancellationToken cancellationToken) =>
        words.Any() ? await ReadAsync(cancellationToken) : TopicBook.Empty;

    private Task<WriteResult> FollowedAsync(Func<Task<WriteResult>> write, CancellationToken cancellationToken) =>
        followers.Aggregate(write, (next, follower) => () => follower.RunAsync(next, cancellationToken))();
}

/// <summary>Follows a change of the vocabulary. It carries out the write, so that it can note before what is to be done after.</summary>
public interface ITopicFollower
{
    Task<WriteResult> RunAsync(Func<Task<WriteResult>> write, CancellationToken cancellationToken);
}
