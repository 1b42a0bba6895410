using Distribution.Dispatches.Ledger;
using Distribution.Dispatches.Records;
using Distribution.Dispatches.Resolutions;
using Distribution.Mail.Outcomes;
using Distribution.Releases.Drafts;

namespace Distribution.Dispatches.Deliveries;

/// <summary>Finds a contact among the recipients of a dispatch: one range query, and the release's headline where they are one.</summary>
public sealed class FindDelivery(BatchStore batches, ResolutionStore resolutions, ReleaseStore releases)
{
    /// <returns>Null when the contact is not one of the recipients.</returns>
    public async Task<Delivery?> RunAsync(Dispatch dispatch, string contact, CancellationToken cancellationToken)
    {
        if (dispatch.Plan is null
            || await batches.FindOfAsync(dispatch, contact, cancellationToken) is not { } batch
            || batch.IndexOf(contact) is not { } place)
            return null;
        var (recipient, outcome) = (batch.Recipients[place], batch.Outcomes[place]);
        var resolution = outcome.State == OutcomeState.Held
            ? await resolutions.FindAsync(dispatch.Id, contact, cancellationToken)
            : null;
        return new()
        {
            Dispatch = dispatch.Id,
            Kind = dispatch.Kind,
            State = dispatch.State,
            CreatedAt = dispatch.CreatedAt,
            Releases = await ReleasesAsync(dispatch, recipient, cancellationToken),
            Recipient = RecordEntry.Create(dispatch, recipient, outcome, resolution),
            RetryAt = outcome.RetryAt,
            Text = DeliveryText.Get(dispatch, outcome, resolution),
        };
    }

    private async Task<IReadOnlyList<DeliveredRelease>> ReleasesAsync(
        Dispatch dispatch, Recipient recipient, CancellationToken cancellationToken)
    {
        var ids =
            dispatch.Kind == DispatchKind.Digest ? recipient.Releases.Select(number => dispatch.Releases[number]) : [dispatch.Release];
        List<DeliveredRelease> found = [];
        foreach (var id in ids)
        {
            var release = await releases.FindMainAsync(id, cancellationToken);
            found.Add(new(id, release?.Value.Headlines.In(recipient.Language)));
        }

        return found;
    }
}
