using Distribution.Platform.Storage;

namespace Distribution.Contacts.Outlets;

/// <summary>Outlets by id. What follows a change of one is carried out with it.</summary>
public sealed class OutletStore(Tables tables, IEnumerable<IOutletFollower> followers) : ResourceStore<Outlet>(tables[Tables.Outlets], "outlets")
{
    public override Task<WriteResult> ReplaceAsync(Stored<Outlet> read, Outlet value, CancellationToken cancellationToken)
    {
        return followers.Aggregate(WriteAsync, Following)();

        Task<WriteResult> WriteAsync() => base.ReplaceAsync(read, value, cancellationToken);

        Func<Task<WriteResult>> Following(Func<Task<WriteResult>> next, IOutletFollower follower) =>
            () => follower.RunAsync(read.Value, value, next, cancellationToken);
    }

    /// <summary>The outlet, its parent, its parent's parent …, as far as they are there; each once.</summary>
    public async Task<IReadOnlyList<string>> UpwardsAsync(string? outlet, CancellationToken cancellationToken)
    {
        List<string> above = [];
        while (outlet is not null && !above.Contains(outlet) && await FindAsync(outlet, cancellationToken) is { } found)
        {
            above.Add(outlet);
            outlet = found.Value.Parent;
        }

        return above;
    }
}
