using Distribution.Dispatches.Ledger;

namespace Distribution.Dispatches.Planning;

/// <summary>Deletes what planners that died or came second have left of the dispatches of the last days.</summary>
public sealed class DeleteUnsealedPlans(DispatchStore dispatches, BatchStore batches, TimeProvider time)
{
    private const int PageSize = 100;

    private static readonly TimeSpan Recent = TimeSpan.FromDays(3);

    /// <summary>A planner that came second may still be writing.</summary>
    private static readonly TimeSpan Planning = TimeSpan.FromHours(1);

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var (now, deleted) = (time.GetUtcNow(), 0);
        string? after = null;
        do
        {
            var page = await dispatches.PageAsync(PageSize, after, cancellationToken);
            foreach (var dispatch in page.Items.Select(item => item.Value))
            {
                if (now - dispatch.CreatedAt > Recent) return deleted;
                if (dispatch.Plan is null || now - dispatch.SealedAt < Planning) continue;
                deleted += await batches.DeleteOtherPlansAsync(dispatch.Id, dispatch.Plan, cancellationToken);
            }

            after = page.After;
        }
        while (after is not null);
        return deleted;
    }
}
