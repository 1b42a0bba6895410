using Distribution.Audiences.Merging;
using Distribution.Dispatches.Ledger;
using Distribution.Platform.Storage;

namespace Distribution.Dispatches.Deliveries;

/// <summary>
/// Reads what a contact was to get, newest first. There is no index by contact, which every planning would have to write: each dispatch is
/// asked by one range query for each id that the contact was known by.
/// </summary>
public sealed class ReadDeliveries(DispatchStore dispatches, FindDelivery findDelivery, ContactIds contactIds)
{
    /// <summary>Dispatches that one answer looks at; where few concern the contact, the answer is short and has a continuation.</summary>
    public const int MostLookedAt = 100;

    private const int AtOnce = 25;

    /// <param name="contact">Id of the contact.</param>
    /// <param name="limit">Of how many dispatches at most.</param>
    /// <param name="after">Where the list continues.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<Page<Delivery>> RunAsync(string contact, int limit, string? after, CancellationToken cancellationToken)
    {
        List<string> ids = [contact, .. await contactIds.AliasesAsync(contact, cancellationToken)];
        List<Delivery> found = [];
        var withSome = 0;
        for (var looked = 0; looked < MostLookedAt; looked += AtOnce)
        {
            var page = await dispatches.PageAsync(AtOnce, after, cancellationToken);
            var each = await Task.WhenAll(page.Items.Select(dispatch => FindAsync(dispatch.Value, ids, cancellationToken)));
            foreach (var (dispatch, deliveries) in page.Items.Zip(each))
            {
                found.AddRange(deliveries);
                if (deliveries.Count > 0 && ++withSome == limit) return new(found, DispatchStore.NewestKey(dispatch.Value));
            }

            after = page.After;
            if (after is null) break;
        }

        return new(found, after);
    }

    private async Task<IReadOnlyList<Delivery>> FindAsync(
        Dispatch dispatch, IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        List<Delivery> found = [];
        foreach (var id in ids)
        {
            if (await findDelivery.RunAsync(dispatch, id, cancellationToken) is { } delivery) found.Add(delivery);
        }

        return found;
    }
}
