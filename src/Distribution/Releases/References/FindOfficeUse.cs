using Distribution.Audiences.MediaLists;
using Distribution.Publisher.Offices;
using Distribution.Publisher.Users;
using Distribution.Releases.Drafts;

namespace Distribution.Releases.References;

/// <summary>Says what an office is needed for.</summary>
public sealed class FindOfficeUse(
    OfficeStore offices, PressOfficerStore officers, MediaListStore lists, UserStore people, ApiKeyStore keys, ReleaseStore releases)
{
    /// <summary>A sentence; null when nothing needs it.</summary>
    public async Task<string?> RunAsync(string office, CancellationToken cancellationToken)
    {
        if (await offices.AllAsync(cancellationToken).AnyAsync(other => other.Value.Parent == office, cancellationToken)) return "Another office is below it.";
        if (await officers.AllAsync(cancellationToken).AnyAsync(officer => officer.Value.Office == office, cancellationToken)) return "It has press officers.";
        if (await lists.AllAsync(cancellationToken).AnyAsync(list => list.Value.Office == office, cancellationToken)) return "It keeps a media list.";
        if (await people.AllAsync(cancellationToken).AnyAsync(person => person.Value.Grants.Any(grant => grant.Office == office), cancellationToken))
        {
            return "Someone holds a role at it.";
        }

        if (await keys.AllAsync(cancellationToken).AnyAsync(key => key.Value.Offices.Contains(office), cancellationToken)) return "An API key is for it.";
        return await releases.AnyOfAsync(office, cancellationToken) ? "It has releases." : null;
    }
}
