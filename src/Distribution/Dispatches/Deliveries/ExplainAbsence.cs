using Distribution.Audiences.MediaLists;
using Distribution.Audiences.Selection;
using Distribution.Audiences.Subscriptions;
using Distribution.Contacts.Outlets;
using Distribution.Dispatches.Ledger;
using Distribution.Publisher.Organisations;
using Distribution.Releases.Drafts;

namespace Distribution.Dispatches.Deliveries;

/// <summary>
/// Explains why somebody is not a recipient of a sealed dispatch of a release. It asks planning's own rule with today's data, and says
/// whether that data is still the one of the time.
/// </summary>
public sealed class ExplainAbsence(
    ReleaseStore releases,
    OrganisationStore organisations,
    SubscriptionStore subscriptions,
    MediaListStore lists,
    OutletStore outlets,
    ExplainAudience explainAudience,
    ReadDataChanges readChanges)
{
    /// <param name="dispatch">The dispatch that was planned without them.</param>
    /// <param name="id">Id of the release: the dispatch's, or one that a digest brought.</param>
    /// <param name="contact">Id of the contact.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>Null when nothing is known of the contact.</returns>
    public async Task<DeliveryExplanation?> RunAsync(Dispatch dispatch, string id, string contact, CancellationToken cancellationToken)
    {
        if (await releases.FindAsync(id, cancellationToken) is not { } document) return Deleted(dispatch, contact);
        var addressing = AddressingThen(dispatch, document, (await organisations.FindAsync(cancellationToken))?.Value);
        var decision = await explainAudience.RunAsync(addressing, contact, dispatch.CreatedAt, cancellationToken);
        if (decision is null) return null;
        var changes = await readChanges.RunAsync(dispatch, addressing, decision, cancellationToken);
        var wasOnList = await subscriptions.WasOnAnyAsync(contact, addressing.Audience.Lists, cancellationToken);
        var absence = AbsenceRule.Find(dispatch, decision, addressing.Audience.Lists, wasOnList, changes);
        var names = await AudienceNames.ReadAsync(addressing, lists, outlets, cancellationToken);
        return new()
        {
            Dispatch = dispatch.Id,
            Contact = contact,
            IsRecipient = false,
            Reason = absence.Reason,
            Basis = absence.Basis,
            Text = new AbsenceText(dispatch, addressing, decision, names).Get(absence, changes),
            Changes = changes ?? [],
            Decision = decision,
        };
    }

    /// <summary>The audience of a public release stays as it is; the texts that could be sent then are those of the dispatch.</summary>
    private static Addressing AddressingThen(Dispatch dispatch, ReleaseDocument document, Organisation? organisation)
    {
        var addressing = document.AddressingBy(organisation);
        if (dispatch.Kind == DispatchKind.Digest) return addressing with { Promised = [] };
        var promised = document.Release.WaitHours > 0 ? document.Languages.Except(dispatch.Languages) : [];
        return dispatch.Languages.Count == 0
            ? addressing
            : addressing with { Languages = dispatch.Languages, Promised = [.. promised] };
    }

    private static DeliveryExplanation Deleted(Dispatch dispatch, string contact) => new()
    {
        Dispatch = dispatch.Id,
        Contact = contact,
        IsRecipient = false,
        Reason = AbsenceReason.ReleaseDeleted,
        Basis = ExplanationBasis.Recorded,
        Text = "The person is not among the recipients. The release was deleted, and with it the audience that would say why.",
    };
}
