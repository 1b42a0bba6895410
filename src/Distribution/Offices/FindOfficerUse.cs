using Distribution.Releases;

namespace Distribution.Offices;

/// <summary>Says what a press officer is needed for.</summary>
public sealed class FindOfficerUse(ReleaseStore releases)
{
    /// <summary>A sentence; null when nothing needs them. Mails that are out keep the contact block they have.</summary>
    public async Task<string?> RunAsync(string officer, CancellationToken cancellationToken) =>
        await releases.UnfinishedAsync(cancellationToken).AnyAsync(release => release.Value.Officers.Contains(officer), cancellationToken)
            ? "A release that is not finished names this officer."
            : null;
}
