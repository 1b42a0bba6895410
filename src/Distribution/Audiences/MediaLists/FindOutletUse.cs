using Distribution.Contacts.Outlets;
using Distribution.Contacts.Search;

namespace Distribution.Audiences.MediaLists;

/// <summary>Says what an outlet is needed for.</summary>
public sealed class FindOutletUse(ContactIndexStore index, OutletStore outlets)
{
    /// <summary>A sentence; null when nothing needs it.</summary>
    public async Task<string?> RunAsync(string outlet, CancellationToken cancellationToken)
    {
        if (await outlets.AllAsync(cancellationToken).AnyAsync(other => other.Value.Parent == outlet, cancellationToken))
            return "Another outlet belongs to it.";
        return await index.AnyAtAsync(outlet, cancellationToken) ? "A contact works for this outlet." : null;
    }
}
