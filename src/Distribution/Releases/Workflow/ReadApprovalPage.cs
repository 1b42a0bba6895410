using Distribution.Platform.Security;
using Distribution.Publisher.Offices;
using Distribution.Releases.Drafts;

namespace Distribution.Releases.Workflow;

/// <summary>Reads the release that a preview link shows, while it is the version that the link was made for.</summary>
public sealed class ReadApprovalPage(LinkTokens tokens, ReleaseStore releases, OfficeStore offices, ReadPressContacts readPressContacts)
{
    /// <returns>Null when the link is not genuine, or the release is gone, withdrawn or was changed since.</returns>
    public async Task<ApprovalView?> RunAsync(string token, CancellationToken cancellationToken)
    {
        if (tokens.Read(LinkPurpose.Approval, token) is not { } link) return null;
        if (await releases.FindAsync(
            link.Release, cancellationToken) is not { Release: { State: not ReleaseState.Withdrawn } release } document) return null;
        if (ApprovalLink.Get(release) != link.Contact) return null;
        if (await offices.FindAsync(release.Office, cancellationToken) is not { Value: var office }) return null;
        return new(document, office, await readPressContacts.RunAsync(release.PressOfficers, cancellationToken));
    }
}
