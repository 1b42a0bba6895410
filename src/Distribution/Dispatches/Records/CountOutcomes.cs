using Distribution.Dispatches.Ledger;
using Distribution.Mail.Outcomes;

namespace Distribution.Dispatches.Records;

/// <summary>Counts the recipients of a dispatch by what has become of them so far.</summary>
public sealed class CountOutcomes(ReadDispatchTotals readTotals)
{
    /// <returns>Outcomes that somebody has; none before the list of recipients is sealed.</returns>
    public async Task<IReadOnlyDictionary<OutcomeState, int>> RunAsync(Dispatch dispatch, CancellationToken cancellationToken) =>
        dispatch.State == DispatchState.Finished
            ? dispatch.Outcomes.Where(count => count.Value > 0).ToDictionary()
            : (await readTotals.RunAsync(dispatch, cancellationToken)).Outcomes;
}
