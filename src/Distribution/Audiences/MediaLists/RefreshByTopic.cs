using Distribution.Platform.Storage;
using Distribution.Publisher.Topics;

namespace Distribution.Audiences.MediaLists;

/// <summary>When the vocabulary changes, has the lists refreshed whose rules ask for topics.</summary>
public sealed class RefreshByTopic(MediaListStore lists, RequestRefresh requestRefresh) : ITopicFollower
{
    public async Task<WriteResult> RunAsync(Func<Task<WriteResult>> write, CancellationToken cancellationToken) =>
        await requestRefresh.RunAsync(
            await lists.AllAsync(cancellationToken).Where(list => list.Value.Rule is { Topics.Count: > 0 }).Select(list => list.Value.Id)
                .ToListAsync(cancellationToken),
            write,
            cancellationToken);
}
