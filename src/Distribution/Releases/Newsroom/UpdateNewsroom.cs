using Distribution.Releases.Drafts;

namespace Distribution.Releases.Newsroom;

/// <summary>
/// Makes the shelves of the newsroom say what a release says now: its public texts stand on them, and none where it is not public. It may
/// run again at any time, also beside itself. The shelf of all is written first and cleared last, so that whatever a crash leaves on
/// another shelf is found from there.
/// </summary>
public sealed class UpdateNewsroom(ReleaseStore releases, NewsroomStore newsroom)
{
    public async Task RunAsync(string release, CancellationToken cancellationToken)
    {
        while (await releases.FindAsync(release, cancellationToken) is { Release.ReleasedAt: { } releasedAt } document)
        {
            await WriteAsync(release, releasedAt, NewsroomRow.Create(document), cancellationToken);
            // Another may have written a newer state of the release first, and this one over it.
            if (await releases.FindMainAsync(release, cancellationToken) is { } now && now.ETag == document.Row.ETag) return;
        }
    }

    private async Task WriteAsync(
        string release, DateTimeOffset releasedAt, IReadOnlyList<NewsroomRow> wanted, CancellationToken cancellationToken)
    {
        var before = await newsroom.FindAsync(NewsroomShelf.All, release, releasedAt, cancellationToken);
        var changed = Changed(wanted, before);
        var pending =
            changed.Select(row => WithEarlierShelves(row, before.GetValueOrDefault(NewsroomStore.Key(row)).Shelves ?? [])).ToList();
        await newsroom.WriteAsync(NewsroomShelf.All, pending, deleted: [], cancellationToken);
        await Task.WhenAll(
            wanted.SelectMany(row => row.Shelves).Concat(before.Values.SelectMany(row => row.Shelves)).Distinct().Select(ReplaceAsync));
        var gone = before.Keys.Except(wanted.Select(NewsroomStore.Key));
        await newsroom.WriteAsync(NewsroomShelf.All, changed.Except(pending), gone, cancellationToken);

        async Task ReplaceAsync(string shelf)
        {
            var there = await newsroom.FindAsync(shelf, release, releasedAt, cancellationToken);
            var rows = wanted.Where(row => row.Shelves.Contains(shelf)).ToList();
            await newsroom.WriteAsync(
                shelf,
                Changed(rows, there),
                there.Keys.Except(rows.Select(NewsroomStore.Key)),
                cancellationToken);
        }
    }

    private static List<NewsroomRow> Changed(
        IEnumerable<NewsroomRow> wanted, IReadOnlyDictionary<string, (string Hash, IReadOnlyList<string> Shelves)> there) =>
        [.. wanted.Where(row => there.GetValueOrDefault(NewsroomStore.Key(row)).Hash != row.Hash)];

    /// <summary>
    /// The row as it stands until the text has gone from the shelves that hold it no longer; without a hash it is not done.
    /// </summary>
    private static NewsroomRow WithEarlierShelves(NewsroomRow row, IReadOnlyList<string> earlier) =>
        earlier.Except(row.Shelves).Any() ? row with { Shelves = [.. row.Shelves.Union(earlier)], Hash = "" } : row;
}
