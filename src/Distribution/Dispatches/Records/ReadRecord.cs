using Distribution.Dispatches.Ledger;
using Distribution.Dispatches.Resolutions;
using Distribution.Releases.Drafts;

namespace Distribution.Dispatches.Records;

/// <summary>Opens the distribution record of a dispatch; nothing is read from the ledger before its recipients are asked for.</summary>
public sealed class ReadRecord(BatchStore batches, ResolutionStore resolutions, ReleaseStore releases)
{
    /// <returns>The record; without recipients before the list of them is sealed.</returns>
    public async Task<DispatchRecord> RunAsync(Dispatch dispatch, CancellationToken cancellationToken) => new(
        dispatch,
        dispatch.Plan is { } plan ? batches.AllAsync(dispatch.Id, plan, cancellationToken) : AsyncEnumerable.Empty<Batch>(),
        await resolutions.ForDispatchAsync(dispatch.Id, cancellationToken))
    {
        Headlines = (await releases.FindMainAsync(dispatch.Release, cancellationToken))?.Value.Headlines,
    };
}
