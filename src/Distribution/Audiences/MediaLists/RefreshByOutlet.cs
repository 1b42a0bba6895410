using Distribution.Contacts.Outlets;
using Distribution.Platform.Storage;

namespace Distribution.Audiences.MediaLists;

/// <summary>When the type of an outlet changes, has the lists refreshed whose rules ask for either type.</summary>
public sealed class RefreshByOutlet(MediaListStore lists, RequestRefresh requestRefresh) : IOutletFollower
{
    public async Task<WriteResult> RunAsync(Outlet before, Outlet after, Func<Task<WriteResult>> write, CancellationToken cancellationToken)
    {
        if (before.Type == after.Type) return await write();
        var result = await requestRefresh.RunAsync(await ConcernedAsync(before, after, cancellationToken), write, cancellationToken);
        if (result is not WriteResult.Done) return result;
        // A rule may have come meanwhile, whose own job may have seen the outlet as it was.
        foreach (var list in await ConcernedAsync(before, after, cancellationToken)) await requestRefresh.RunAsync(list, cancellationToken);
        return result;
    }

    private async Task<List<string>> ConcernedAsync(Outlet before, Outlet after, CancellationToken cancellationToken) => await lists
        .AllAsync(cancellationToken)
        .Where(list => list.Value.Rule?.OutletTypes.Any(type => type == before.Type || type == after.Type) ?? false)
        .Select(list => list.Value.Id)
        .ToListAsync(cancellationToken);
}
