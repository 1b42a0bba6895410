using Distribution.Audiences.Merging;
using Distribution.Dispatches.Ledger;

namespace Distribution.Dispatches.Deliveries;

/// <summary>
/// Answers why somebody got a dispatch or did not: from its ledger where they are a recipient, from the release's other dispatches where
/// these have them, else by planning's rule.
/// </summary>
public sealed class ExplainDelivery(
    DispatchStore dispatches, FindDelivery findDelivery, ContactIds contactIds, ExplainAbsence explainAbsence, ExplainDigest explainDigest)
{
    /// <returns>Null when nothing is known of the contact.</returns>
    public async Task<DeliveryExplanation?> RunAsync(Dispatch dispatch, string contact, CancellationToken cancellationToken)
    {
        List<string> ids = [contact, .. await contactIds.AliasesAsync(contact, cancellationToken)];
        if (await FindAsync(dispatch, ids, cancellationToken) is { } delivery)
            return Recorded(dispatch, contact, null, delivery.Text) with { IsRecipient = true, Delivery = delivery };
        if (dispatch.Plan is null)
        {
            return Recorded(
                dispatch,
                contact,
                AbsenceReason.NotPlanned,
                "The recipients of this dispatch are not written down yet. Ask again in a minute.");
        }

        return dispatch.Kind switch
        {
            DispatchKind.Rehearsal => Recorded(
                dispatch, contact, AbsenceReason.Rehearsal, "A rehearsal goes to the addresses of the setting Mail:Recipients only."),
            DispatchKind.Digest => await explainDigest.RunAsync(dispatch, contact, cancellationToken),
            _ => await FindElsewhereAsync(dispatch, contact, ids, cancellationToken)
                ?? await explainAbsence.RunAsync(dispatch, dispatch.Release, contact, cancellationToken),
        };
    }

    private async Task<DeliveryExplanation?> FindElsewhereAsync(
        Dispatch dispatch, string contact, IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        foreach (var other in await dispatches.OfReleaseAsync(dispatch.Release, cancellationToken))
        {
            if (other.Value.Id == dispatch.Id || other.Value.Kind == DispatchKind.Rehearsal) continue;
            if (await FindAsync(other.Value, ids, cancellationToken) is not { } delivery) continue;
            var text = $"The person is a recipient of another dispatch of this release, {other.Value.Id}. {delivery.Text}";
            return Recorded(dispatch, contact, AbsenceReason.AnotherDispatch, text) with { Delivery = delivery };
        }

        return null;
    }

    private async Task<Delivery?> FindAsync(Dispatch dispatch, IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        foreach (var id in ids)
        {
            if (await findDelivery.RunAsync(dispatch, id, cancellationToken) is { } delivery) return delivery;
        }

        return null;
    }

    private static DeliveryExplanation Recorded(Dispatch dispatch, string contact, string? reason, string text) => new()
    {
        Dispatch = dispatch.Id,
        Contact = contact,
        IsRecipient = false,
        Reason = reason,
        Basis = ExplanationBasis.Recorded,
        Text = text,
    };
}
