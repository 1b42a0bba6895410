using Distribution.Audiences.MediaLists;
using Distribution.Platform.Storage;

namespace Distribution.Contacts.Outlets;

/// <summary>Outlets by id. Whenever the type of one changes, the contacts are gone over for the lists whose rules ask for types.</summary>
public sealed class OutletStore(
    Tables tables, MediaListStore lists, RequestRefresh requestRefresh) : ResourceStore<Outlet>(tables[Tables.Outlets], "outlets")
{
    public override async Task<WriteResult> ReplaceAsync(Stored<Outlet> read, Outlet value, CancellationToken cancellationToken)
    {
        if (read.Value.Type == value.Type) return await base.ReplaceAsync(read, value, cancellationToken);
        var result = await requestRefresh.RunAsync(
            await ConcernedAsync(read.Value, value, cancellationToken),
            () => base.ReplaceAsync(read, value, cancellationToken),
            cancellationToken);
        if (result is not WriteResult.Done) return result;
        // A rule may have come meanwhile, whose own job may have seen the outlet as it was.
        foreach (var list in await ConcernedAsync(read.Value, value, cancellationToken))
            await requestRefresh.RunAsync(list, cancellationToken);
        return result;
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

    private async Task<List<string>> ConcernedAsync(Outlet before, Outlet after, CancellationToken cancellationToken) => await lists
        .AllAsync(cancellationToken)
        .Where(list => list.Value.Rule?.OutletTypes.Any(type => type == before.Type || type == after.Type) ?? false)
        .Select(list => list.Value.Id)
        .ToListAsync(cancellationToken);
}
