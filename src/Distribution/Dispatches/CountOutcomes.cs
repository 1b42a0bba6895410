namespace Distribution.Dispatches;

/// <summary>Counts the recipients of a dispatch by what has become of them so far.</summary>
public sealed class CountOutcomes(BatchStore batches)
{
    /// <returns>Outcomes that somebody has; none before the list of recipients is sealed.</returns>
    public async Task<IReadOnlyDictionary<OutcomeState, int>> RunAsync(Dispatch dispatch, CancellationToken cancellationToken)
    {
        if (dispatch.Plan is not { } plan) return new Dictionary<OutcomeState, int>();
        var counts = dispatch.State == DispatchState.Finished ? dispatch.Outcomes : await batches.CountAsync(dispatch.Id, plan, cancellationToken);
        return counts.Where(count => count.Value > 0).ToDictionary();
    }
}
