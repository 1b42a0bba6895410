using Distribution.Storage;

namespace Distribution.Contacts;

public sealed class OutletStore(Tables tables) : Shelf<Outlet>(tables[Tables.Outlets], "outlets")
{
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
