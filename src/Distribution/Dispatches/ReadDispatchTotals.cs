namespace Distribution.Dispatches;

/// <summary>Adds up what is on record for a dispatch, batch by batch.</summary>
public sealed class ReadDispatchTotals(BatchStore batches)
{
    public async Task<DispatchTotals> RunAsync(Dispatch dispatch, CancellationToken cancellationToken)
    {
        DispatchTotals.Builder totals = new(dispatch.Lists);
        if (dispatch.Plan is null) return totals.Build();
        await foreach (var batch in batches.AllAsync(dispatch.Id, dispatch.Plan, cancellationToken)) totals.Add(batch);
        return totals.Build();
    }
}
