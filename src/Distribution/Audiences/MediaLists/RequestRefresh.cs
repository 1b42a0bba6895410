using Distribution.Audiences.Subscriptions;
using Distribution.Platform.Jobs;
using Distribution.Platform.Storage;

namespace Distribution.Audiences.MediaLists;

/// <summary>
/// Carries out a write after which rules may have other members, and has the rules applied. The job is scheduled before, so that
/// it also runs after a crash in between.
/// </summary>
public sealed class RequestRefresh(JobStore jobs)
{
    public async Task<WriteResult> RunAsync(IReadOnlyList<string> lists, Func<Task<WriteResult>> write, CancellationToken cancellationToken)
    {
        WriteResult? result = null;
        await lists.Aggregate(WriteAsync, Following)();
        return result!;

        async Task<bool> WriteAsync() => (result = await write()) is WriteResult.Done;

        Func<Task<bool>> Following(Func<Task<bool>> next, string list) =>
            () => jobs.FollowAsync(RefreshMembers.JobName, list, next, work: null, cancellationToken);
    }

    /// <summary>Has the rule of one list applied to all contacts, as soon as possible.</summary>
    public Task RunAsync(string list, CancellationToken cancellationToken) => jobs.AddAsync(RefreshMembers.JobName, list, cancellationToken);
}
