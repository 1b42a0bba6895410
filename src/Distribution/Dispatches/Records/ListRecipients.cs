using System.Globalization;
using Distribution.Audiences.Merging;
using Distribution.Contacts.Contacts;
using Distribution.Dispatches.Ledger;
using Distribution.Dispatches.Resolutions;
using Distribution.Platform.Addresses;
using Distribution.Platform.Security;
using Distribution.Platform.Storage;

namespace Distribution.Dispatches.Records;

/// <summary>
/// Lists the recipients of a dispatch that pass a filter, in the ledger's order. A whole address is looked up; any other part of a name or
/// address is looked for, within limits.
/// </summary>
public sealed class ListRecipients(
    BatchStore batches, ResolutionStore resolutions, ContactStore contacts, ContactIds contactIds, AddressHash hash)
{
    /// <summary>Batches that one answer looks at; where few pass, the answer is short and has a continuation.</summary>
    private const int MostBatches = 50;

    private const char Separator = '~';

    /// <param name="dispatch">The dispatch.</param>
    /// <param name="filter">Which recipients.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="after">Where an earlier answer ended; one that is none begins at the first.</param>
    public async Task<Page<RecordEntry>> RunAsync(
        Dispatch dispatch, RecipientFilter filter, int limit, string? after, CancellationToken cancellationToken)
    {
        if (dispatch.Plan is null) return new([], null);
        var known = await resolutions.ForDispatchAsync(dispatch.Id, cancellationToken);
        if (MailAddress.Parse(filter.Text?.Trim()) is { } address
            && await OfAsync(dispatch, filter, address, known, cancellationToken) is { Count: > 0 } owners) return new(owners, null);

        var (start, skip) = Read(after);
        List<RecordEntry> found = [];
        var looked = 0;
        await foreach (var batch in batches.FromAsync(dispatch, filter.Outcome, start, cancellationToken))
        {
            if (looked++ == MostBatches) return new(found, Write(batch.Key.Row, 0));
            for (var place = batch.Key.Row == start ? skip : 0; place < batch.Recipients.Count; place++)
            {
                var (recipient, outcome) = (batch.Recipients[place], batch.Outcomes[place]);
                if (!filter.Passes(dispatch, recipient, outcome)) continue;
                if (found.Count == limit) return new(found, Write(batch.Key.Row, place));
                found.Add(RecordEntry.Create(dispatch, recipient, outcome, known.GetValueOrDefault(recipient.Contact)));
            }
        }

        return new(found, null);
    }

    /// <summary>The recipients that an address belongs to now, whatever it was when they were mailed.</summary>
    private async Task<List<RecordEntry>> OfAsync(
        Dispatch dispatch,
        RecipientFilter filter,
        MailAddress address,
        IReadOnlyDictionary<string, HeldResolution> known,
        CancellationToken cancellationToken)
    {
        List<RecordEntry> found = [];
        if (await contacts.OwnerAsync(hash.Compute(address), cancellationToken) is not { } owner) return found;
        foreach (var contact in (string[])[owner, .. await contactIds.AliasesAsync(owner, cancellationToken)])
        {
            var batch = await batches.FindOfAsync(dispatch, contact, cancellationToken);
            if (batch?.IndexOf(contact) is not { } place) continue;
            if (!(filter with { Text = null }).Passes(dispatch, batch.Recipients[place], batch.Outcomes[place])) continue;
            found.Add(RecordEntry.Create(dispatch, batch.Recipients[place], batch.Outcomes[place], known.GetValueOrDefault(contact)));
        }

        return found;
    }

    private static string Write(string row, int place) => string.Create(CultureInfo.InvariantCulture, $"{row}{Separator}{place}");

    private static (string? Row, int Place) Read(string? after) =>
        after?.Split(Separator) is [var row, var place]
            && int.TryParse(place, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? (row, number)
            : (null, 0);
}
