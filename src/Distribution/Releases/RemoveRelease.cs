using Distribution.Storage;

namespace Distribution.Releases;

/// <summary>Deletes a draft. Its row in the order of creation goes last; without a release it counts for nothing.</summary>
public sealed class RemoveRelease(ReleaseStore releases, ReleaseTimeStore times)
{
    public async Task<RemoveReleaseResult> RunAsync(ReleaseDocument read, CancellationToken cancellationToken)
    {
        var release = read.Release;
        if (!ReleaseLife.Allows(release.State, ReleaseAction.Remove)) return new RemoveReleaseResult.Refused(release.State);
        if (await releases.DeleteAsync(read, cancellationToken) is not WriteResult.Done) return new RemoveReleaseResult.Changed();
        await times.RemoveCreatedAsync(release.Id, release.CreatedAt, cancellationToken);
        return new RemoveReleaseResult.Removed();
    }
}
