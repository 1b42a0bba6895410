using Distribution.Platform.Storage;

namespace Distribution.Releases.Drafts;

/// <summary>
/// Lists releases, newest first. A row in the order of creation without its release is what a crash or a removal has left.
/// </summary>
public sealed class ListReleases(ReleaseTimeStore times, ReleaseStore releases)
{
    /// <summary>Up to <paramref name="limit"/> releases, after the one that <paramref name="after"/> stands for if given.</summary>
    public async Task<Page<Release>> RunAsync(int limit, string? after, CancellationToken cancellationToken)
    {
        var page = await times.CreatedAsync(limit, after, cancellationToken);
        var found = await Task.WhenAll(page.Items.Select(row => FindAsync(row.Value, cancellationToken)));
        return new([.. found.OfType<Release>()], page.After);
    }

    private async Task<Release?> FindAsync(ReleaseTime row, CancellationToken cancellationToken) =>
        await releases.FindMainAsync(row.Release, cancellationToken) is { Value: var release } && release.CreatedAt == row.At
            ? release
            : null;
}
