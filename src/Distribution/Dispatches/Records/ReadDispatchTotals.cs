using Distribution.Dispatches.Ledger;

namespace Distribution.Dispatches.Records;

/// <summary>
/// How far a dispatch is, from the figures beside its batches: a request for each thousand of them, and no recipient is read.
/// </summary>
public sealed class ReadDispatchTotals(BatchStore batches)
{
    /// <returns>The totals; none before the list of recipients is sealed.</returns>
    public async Task<DispatchTotals> RunAsync(Dispatch dispatch, CancellationToken cancellationToken)
    {
        DispatchTotals.Builder totals = new(dispatch.Lists);
        if (dispatch.Plan is null) return totals.Build();
        await foreach (var group in batches.TalliesAsync(dispatch.Id, dispatch.Plan, cancellationToken)) totals.Add(group);
        return totals.Build();
    }
}
