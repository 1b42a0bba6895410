namespace Distribution.Dispatches.Resolutions;

/// <summary>Counts the recipients of a dispatch who are settled, by what was said of them.</summary>
public sealed class CountSettled(SettlementStore settlements)
{
    public async Task<IReadOnlyDictionary<Verdict, int>> RunAsync(string dispatch, CancellationToken cancellationToken)
    {
        var all = await settlements.OfAsync(dispatch, cancellationToken);
        return all.Values.CountBy(settlement => settlement.Verdict).ToDictionary();
    }
}
