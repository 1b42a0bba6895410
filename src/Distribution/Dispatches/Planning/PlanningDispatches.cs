using Distribution.Dispatches.Ledger;

namespace Distribution.Dispatches.Planning;

/// <summary>
/// Whether a dispatch is being planned. Planning reads subscriptions shard by shard: a person whose subscription moved from a shard that is
/// still to be read to one that has been read would get nothing.
/// </summary>
public sealed class PlanningDispatches(DispatchStore dispatches, TimeProvider clock)
{
    /// <summary>No planning takes this long; a dispatch not planned by then is planned again.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    /// <param name="since">When the merge, or its undoing, began.</param>
    public async Task<bool> AnyAsync(DateTimeOffset since, CancellationToken cancellationToken) =>
        clock.GetUtcNow() - since < Longest
        && await dispatches.UnfinishedAsync(cancellationToken)
            .AnyAsync(dispatch => dispatch.Value is { Plan: null }, cancellationToken);
}
