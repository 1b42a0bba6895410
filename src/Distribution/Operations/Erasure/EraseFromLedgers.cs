using Distribution.Dispatches.Ledger;
using Distribution.Dispatches.Planning;
using Distribution.Platform.Storage;

namespace Distribution.Operations.Erasure;

/// <summary>
/// Removes a person's name and address from the ledgers of all dispatches, with a request or two for each. A mail that still waited is not
/// sent. The fields of a record's hash stay. Idempotent.
/// </summary>
public sealed class EraseFromLedgers(DispatchStore dispatches, BatchStore batches, TimeProvider clock)
{
    private const int PageSize = 100;

    /// <param name="contacts">Ids under which the person may have been mailed.</param>
    /// <returns>False when a sender has one of the batches: run it again when it is done.</returns>
    public async Task<bool> RunAsync(IReadOnlyList<string> contacts, CancellationToken cancellationToken)
    {
        var isDone = true;
        string? after = null;
        do
        {
            var page = await dispatches.PageAsync(PageSize, after, cancellationToken);
            foreach (var dispatch in page.Items.Select(item => item.Value).Where(dispatch => dispatch.Plan is not null))
            {
                foreach (var contact in contacts) isDone &= await EraseAsync(dispatch, contact, cancellationToken);
            }

            after = page.After;
        }
        while (after is not null);
        return isDone;
    }

    private async Task<bool> EraseAsync(Dispatch dispatch, string contact, CancellationToken cancellationToken)
    {
        if (await batches.FindOfAsync(dispatch, contact, cancellationToken) is not { } found || found.IndexOf(contact) is null) return true;
        while (await batches.FindAsync(found.Key, cancellationToken) is { Batch: var batch } read)
        {
            if (batch.IsLeased(clock.GetUtcNow())) return false;
            var erased = AnonymousRecipients.In(batch, recipient => recipient.Contact == contact, clock.GetUtcNow());
            if (ReferenceEquals(erased, batch) || await batches.RewriteAsync(erased, read.ETag, cancellationToken) is WriteResult.Done) return true;
        }

        return true;
    }
}
