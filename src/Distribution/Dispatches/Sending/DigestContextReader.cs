using Distribution.Audiences.MediaLists;
using Distribution.Dispatches.Ledger;
using Distribution.Mail.Rendering.Digests;
using Distribution.Publisher.Offices;
using Distribution.Publisher.Organisations;
using Distribution.Releases.Drafts;

namespace Distribution.Dispatches.Sending;

/// <summary>Gathers what the digests of a dispatch are made of from the stores.</summary>
public sealed class DigestContextReader(OrganisationStore organisations, OfficeStore offices, MediaListStore lists, ReleaseStore releases)
{
    public async Task<DigestContext> ReadAsync(Dispatch dispatch, CancellationToken cancellationToken)
    {
        var organisation =
            await organisations.FindAsync(cancellationToken) ?? throw new InvalidOperationException("There is no organisation.");
        List<DigestItem?> items = [];
        foreach (var release in dispatch.Releases) items.Add(await ItemAsync(release, cancellationToken));
        Dictionary<string, MediaList> byId = [];
        foreach (var id in dispatch.Lists)
        {
            if (await lists.FindAsync(id, cancellationToken) is { } list) byId[id] = list.Value;
        }

        return new(organisation.Value, items, byId, dispatch.CreatedAt);
    }

    private async Task<DigestItem?> ItemAsync(string release, CancellationToken cancellationToken)
    {
        if (await releases.FindAsync(release, cancellationToken) is not { } document
            || !ReleaseStateMachine.IsPublic(document.Release.State))
            return null;
        var office = await offices.FindAsync(document.Release.Office, cancellationToken);
        return office is null ? null : new(document.Release, [.. document.Sendable.Where(text => text.Slug is not null)], office.Value);
    }
}
