using Distribution.Publisher.Offices;
using Distribution.Publisher.Organisations;
using Distribution.Releases.Drafts;

namespace Distribution.Releases.Workflow;

/// <summary>Finds out what somebody is to a release.</summary>
public sealed class ReadActorContext(OfficeStore offices, OrganisationStore organisations)
{
    public async Task<ActorContext> RunAsync(Release release, Requester who, CancellationToken cancellationToken) => new(
        who.Role,
        (release.EditedBy ?? release.CreatedBy) == who.User,
        await NeedsSecondUserAsync(release.Office, cancellationToken));

    /// <summary>Whether somebody else than the last editor must approve what the office says.</summary>
    public async Task<bool> NeedsSecondUserAsync(string office, CancellationToken cancellationToken) =>
        (await ReadNeedsSecondUserAsync(cancellationToken))(office);

    /// <summary>The same as a question that can be asked of many offices.</summary>
    public async Task<Func<string, bool>> ReadNeedsSecondUserAsync(CancellationToken cancellationToken)
    {
        var known = await offices.TreeAsync(cancellationToken);
        var organisation = (await organisations.FindAsync(cancellationToken))?.Value;
        return office => ApprovalRule.NeedsSecondUser(office, known, organisation);
    }
}
