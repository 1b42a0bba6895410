using System.Runtime.CompilerServices;
using Distribution.Audiences.Merging;
using Distribution.Dispatches.Ledger;
using Distribution.Dispatches.Resolutions;
using Distribution.Mail.Outcomes;
using Distribution.Releases.Drafts;

namespace Distribution.Dispatches.Records;

/// <summary>Opens the distribution record of a dispatch; nothing is read from the ledger before its recipients are asked for.</summary>
public sealed class ReadRecord(BatchStore batches, ResolutionStore resolutions, ReleaseStore releases, ContactIds contactIds)
{
    /// <returns>The whole record; without recipients before the list of them is sealed.</returns>
    public Task<DispatchRecord> RunAsync(Dispatch dispatch, CancellationToken cancellationToken) =>
        RunAsync(dispatch, [], null, cancellationToken);

    /// <summary>A part of the record: the storage picks out the batches that have some of it.</summary>
    /// <param name="dispatch">The dispatch.</param>
    /// <param name="outcomes">The outcomes that are wanted; none wants all.</param>
    /// <param name="contact">Id of the only contact that is wanted, if so.</param>
    /// <param name="cancellationToken">Ends the reading, of the ledger too.</param>
    public async Task<DispatchRecord> RunAsync(
        Dispatch dispatch, IReadOnlyList<OutcomeState> outcomes, string? contact, CancellationToken cancellationToken)
    {
        RecordFilter filter = new(
            outcomes, contact is null ? [] : [contact, .. await contactIds.AliasesAsync(contact, cancellationToken)]);
        return new(
            dispatch, BatchesAsync(dispatch, filter, cancellationToken), await resolutions.ForDispatchAsync(dispatch.Id, cancellationToken))
        {
            Headlines = (await releases.FindMainAsync(dispatch.Release, cancellationToken))?.Value.Headlines,
            Filter = filter is { Outcomes: [], Contacts: [] } ? null : filter,
        };
    }

    private IAsyncEnumerable<Batch> BatchesAsync(Dispatch dispatch, RecordFilter filter, CancellationToken cancellationToken) =>
        (dispatch.Plan, filter) switch
        {
            (null, _) => AsyncEnumerable.Empty<Batch>(),
            (_, { Contacts: [_, ..] contacts }) => OfAsync(dispatch, contacts, cancellationToken),
            (_, { Outcomes: [_, ..] outcomes }) => batches.WithAsync(outcomes, dispatch, after: null, cancellationToken),
            ({ } plan, _) => batches.AllAsync(dispatch.Id, plan, cancellationToken),
        };

    private async IAsyncEnumerable<Batch> OfAsync(
        Dispatch dispatch, IReadOnlyList<string> contacts, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        HashSet<BatchKey> read = [];
        foreach (var contact in contacts.Order(StringComparer.Ordinal))
        {
            if (await batches.FindOfAsync(dispatch, contact, cancellationToken) is { } batch && read.Add(batch.Key)) yield return batch;
        }
    }
}
