using Distribution.Contacts.Outlets;
using Distribution.Contacts.Search;
using Distribution.Platform.Jobs;
using Distribution.Platform.Storage;

namespace Distribution.Audiences.Indexing;

/// <summary>When an outlet changes in a way that the index shows, has its contacts indexed again.</summary>
public sealed class RequestOutletReindex(IndexProgressStore progress, JobStore jobs, TimeProvider clock) : IOutletFollower
{
    public async Task<WriteResult> RunAsync(Outlet before, Outlet after, Func<Task<WriteResult>> write, CancellationToken cancellationToken)
    {
        if (before.Name == after.Name && before.Type == after.Type) return await write();
        WriteResult? result = null;
        await jobs.FollowAsync(ReindexOutlet.JobName, after.Id, WriteAsync, work: null, cancellationToken);
        return result!;

        async Task<bool> WriteAsync()
        {
            result = await write();
            if (result is not WriteResult.Done) return false;
            await progress.BeginAsync(ReindexOutlet.JobName, after.Id, clock.GetUtcNow(), cancellationToken);
            return true;
        }
    }
}
