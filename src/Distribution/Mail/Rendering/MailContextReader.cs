using Distribution.Audiences.MediaLists;
using Distribution.Publisher.Offices;
using Distribution.Publisher.Organisations;
using Distribution.Releases.Drafts;

namespace Distribution.Mail.Rendering;

/// <summary>Gathers what a release's mails are made of from the stores.</summary>
public sealed class MailContextReader(
    OrganisationStore organisations, OfficeStore offices, ReadPressContacts readPressContacts, MediaListStore lists, ReleaseStore releases)
{
    public async Task<MailContext> ReadAsync(string releaseId, CancellationToken cancellationToken) =>
        await ReadAsync(await releases.FindAsync(releaseId, cancellationToken) ?? throw Missing("release", releaseId), cancellationToken);

    public async Task<MailContext> ReadAsync(ReleaseDocument document, CancellationToken cancellationToken)
    {
        var release = document.Release;
        var organisation = await organisations.FindAsync(cancellationToken) ?? throw Missing("organisation", "");
        var office = await offices.FindAsync(release.Office, cancellationToken) ?? throw Missing("office", release.Office);
        var contacts = await readPressContacts.RunAsync(release.PressOfficers, cancellationToken);
        Dictionary<string, MediaList> byId = [];
        foreach (var id in release.Audience.Lists)
        {
            if (await lists.FindAsync(id, cancellationToken) is { } list) byId[id] = list.Value;
        }

        return new(organisation.Value, office.Value, contacts, release, document.Sendable, byId);
    }

    private static InvalidOperationException Missing(string what, string id) => new($"There is no {what} {id}.");
}
