using Distribution.Audiences.MediaLists;
using Distribution.Dispatches.Ledger;
using Distribution.Dispatches.Records;
using Distribution.Dispatches.Resolutions;

namespace Distribution.Web.Console.Dispatches;

/// <summary>Reads how far a dispatch is.</summary>
internal sealed class ReadDispatchContent(
    ReadDispatchTotals readTotals, ForecastDispatch forecast, CountResolved countResolved, MediaListStore lists)
{
    public async Task<DispatchContent> RunAsync(Dispatch dispatch, CancellationToken cancellationToken)
    {
        var resolved = countResolved.RunAsync(dispatch.Id, cancellationToken);
        var named = lists.AllAsync(cancellationToken)
            .ToDictionaryAsync(row => row.Value.Id, row => row.Value, cancellationToken: cancellationToken);
        var totals = await readTotals.RunAsync(dispatch, cancellationToken);
        return new()
        {
            Dispatch = dispatch,
            Totals = totals,
            Forecast = await forecast.RunAsync(dispatch, totals.Outcomes, cancellationToken),
            Resolved = await resolved,
            Lists = await named,
        };
    }
}
