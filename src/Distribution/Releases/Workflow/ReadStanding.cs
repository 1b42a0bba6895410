using Distribution.Publisher.Offices;
using Distribution.Publisher.Organisations;
using Distribution.Releases.Drafts;

namespace Distribution.Releases.Workflow;

/// <summary>Finds out what somebody is to a release.</summary>
public sealed class ReadStanding(OfficeStore offices, OrganisationStore organisations)
{
    public async Task<Standing> RunAsync(Release release, Requester who, CancellationToken cancellationToken) => new(
        who.Role,
        (release.EditedBy ?? release.CreatedBy) == who.Person,
        await NeedsSecondPersonAsync(release.Office, cancellationToken));

    /// <summary>Whether somebody else than the last editor must approve what the office says.</summary>
    public async Task<bool> NeedsSecondPersonAsync(string office, CancellationToken cancellationToken) => ApprovalRule.NeedsSecondPerson(
        office,
        await offices.AllAsync(cancellationToken).ToDictionaryAsync(row => row.Value.Id, row => row.Value, cancellationToken: cancellationToken),
        (await organisations.FindAsync(cancellationToken))?.Value);
}
