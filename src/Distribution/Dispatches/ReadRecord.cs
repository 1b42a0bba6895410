namespace Distribution.Dispatches;

/// <summary>Opens the distribution record of a dispatch; nothing is read from the ledger before its recipients are asked for.</summary>
public sealed class ReadRecord(BatchStore batches)
{
    /// <returns>The record; without recipients before the list of them is sealed.</returns>
    public DispatchRecord Run(Dispatch dispatch, CancellationToken cancellationToken) => new(
        dispatch,
        dispatch.Plan is { } plan ? batches.AllAsync(dispatch.Id, plan, cancellationToken) : AsyncEnumerable.Empty<Batch>());
}
