using Distribution.Dispatches.Ledger;
using Distribution.Dispatches.Records;
using Distribution.Mail.Outcomes;
using Distribution.Platform.Storage;

namespace Distribution.Dispatches.Resolutions;

/// <summary>
/// Lists the held recipients of a dispatch by contact id, with what has been said of them; reads the batches that have some.
/// </summary>
public sealed class ListHeld(BatchStore batches, ResolutionStore resolutions)
{
    /// <param name="dispatch">The dispatch.</param>
    /// <param name="resolved">Only resolved recipients, or only unresolved ones.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="after">Id of the contact after which the list continues.</param>
    public async Task<Page<RecordEntry>> RunAsync(
        Dispatch dispatch, bool? resolved, int limit, string? after, CancellationToken cancellationToken)
    {
        if (dispatch.Plan is null) return new([], null);
        var known = await resolutions.ForDispatchAsync(dispatch.Id, cancellationToken);
        List<RecordEntry> found = [];
        await foreach (var batch in batches.WithAsync([OutcomeState.Held], dispatch, after, cancellationToken))
        {
            foreach (var (recipient, outcome) in batch.Recipients.Zip(batch.Outcomes))
            {
                if (outcome.State != OutcomeState.Held || string.CompareOrdinal(recipient.Contact, after) <= 0) continue;
                var heldResolution = known.GetValueOrDefault(recipient.Contact);
                if (resolved is not null && resolved != heldResolution is not null) continue;
                if (found.Count == limit) return new(found, found[^1].Contact);
                found.Add(RecordEntry.Create(dispatch, recipient, outcome, heldResolution));
            }
        }

        return new(found, null);
    }
}
