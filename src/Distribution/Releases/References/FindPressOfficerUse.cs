using Distribution.Platform.Storage;
using Distribution.Releases.Drafts;

namespace Distribution.Releases.References;

/// <summary>Finds what a press officer is needed for. Mails that are out keep the contact block they have.</summary>
public sealed class FindPressOfficerUse(ReleaseStore releases)
{
    /// <summary>The releases that name the officer and whose mails are not all out; reads the whole table.</summary>
    public ValueTask<List<Stored<Release>>> RunAsync(string officer, CancellationToken cancellationToken) =>
        releases.UnfinishedAsync(cancellationToken).Where(release => release.Value.PressOfficers.Contains(officer))
            .ToListAsync(cancellationToken);
}
