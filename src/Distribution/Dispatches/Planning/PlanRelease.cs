using Distribution.Dispatches.Ledger;
using Distribution.Mail.Smtp;
using Distribution.Platform.Security;
using Distribution.Platform.Storage;
using Distribution.Publisher.Organisations;
using Distribution.Releases.Drafts;

namespace Distribution.Dispatches.Planning;

/// <summary>Plans and seals the dispatch of a release, of a later translation, or its rehearsal, unless that has been done.</summary>
public sealed class PlanRelease(PlanRecipients planRecipients, PlanTranslations planTranslations, PlanDispatch planDispatch, AddressHash hash)
{
    /// <returns>The sealed dispatch.</returns>
    public Task<Stored<Dispatch>> RunAsync(
        Stored<Dispatch> dispatch, ReleaseDocument document, Organisation organisation, RecipientsSwitch recipients, CancellationToken cancellationToken)
    {
        var described = dispatch.Value with
        {
            Lists = document.Release.Audience.Lists,
            Languages = [.. document.Sendable.Select(text => text.Language)],
        };
        return planDispatch.RunAsync(
            dispatch,
            described,
            excluded => recipients is RecipientsSwitch.Rehearsal rehearsal
                ? Rehearse(rehearsal, document).ToAsyncEnumerable()
                : dispatch.Value.Kind == DispatchKind.Translation
                    ? planTranslations.RunAsync(dispatch.Value, document, organisation, excluded, cancellationToken)
                    : planRecipients.RunAsync(document, organisation, excluded, cancellationToken),
            organisation,
            cancellationToken);
    }

    private IEnumerable<Recipient> Rehearse(RecipientsSwitch.Rehearsal rehearsal, ReleaseDocument document) =>
        rehearsal.Addresses
            .Select(address => new Recipient(
                hash.Compute(address), address.ToString(), address.ToString(), RehearsedIn(document), document.Languages, [0]))
            .DistinctBy(recipient => recipient.Contact)
            .OrderBy(recipient => recipient.Contact, StringComparer.Ordinal);

    private static string RehearsedIn(ReleaseDocument document) =>
        document.Sendable.FirstOrDefault(text => text.Language == document.Release.OriginalLanguage)?.Language ?? document.Sendable[0].Language;
}
