using Distribution.Platform.Storage;
using Distribution.Publisher.Offices;

namespace Distribution.Releases.Newsroom;

/// <summary>
/// Reads public releases, newest first: one request for the rows and one for the offices, whatever the number of releases.
/// </summary>
public sealed class ReadNewsroom(NewsroomStore newsroom, OfficeStore offices)
{
    /// <summary>Up to <paramref name="limit"/> releases, each in the language where it is ready, else in its own.</summary>
    public Task<Page<NewsroomEntry>> AllAsync(string language, int limit, string? after, CancellationToken cancellationToken) =>
        PageAsync(NewsroomShelf.All, language, limit, after, cancellationToken);

    /// <summary>Up to <paramref name="limit"/> of the releases that are ready in the language.</summary>
    public Task<Page<NewsroomEntry>> InAsync(string language, int limit, string? after, CancellationToken cancellationToken) =>
        PageAsync(NewsroomShelf.Of(language), language, limit, after, cancellationToken);

    /// <summary>
    /// The newest releases with their bodies, each in the language where it is ready, else in its own; fewer than
    /// <paramref name="limit"/> where their texts are more than one answer of the storage holds, 4 MiB.
    /// </summary>
    public Task<IReadOnlyList<NewsroomEntry>> AllWithBodiesAsync(string language, int limit, CancellationToken cancellationToken) =>
        WithBodiesAsync(NewsroomShelf.All, language, limit, cancellationToken);

    /// <summary>The same of the releases that are ready in the language.</summary>
    public Task<IReadOnlyList<NewsroomEntry>> WithBodiesInAsync(string language, int limit, CancellationToken cancellationToken) =>
        WithBodiesAsync(NewsroomShelf.Of(language), language, limit, cancellationToken);

    private async Task<Page<NewsroomEntry>> PageAsync(
        string shelf, string language, int limit, string? after, CancellationToken cancellationToken)
    {
        var known = OfficesAsync(cancellationToken);
        List<NewsroomRow> rows = [];
        // A release has up to two rows that a reader may need, in seldom cases three.
        await foreach (var answer in newsroom.ReadAsync(shelf, language, after, 2 * (limit + 1), bodies: false, cancellationToken))
        {
            rows.AddRange(answer.Rows);
            if (rows.DistinctBy(row => row.Release).Skip(limit).Any()) break;
        }

        var chosen = Choose(rows, language);
        return new(
            Entries(chosen.Take(limit), await known),
            chosen.Count > limit ? NewsroomStore.Place(chosen[limit - 1].Release, chosen[limit - 1].ReleasedAt) : null);
    }

    private async Task<IReadOnlyList<NewsroomEntry>> WithBodiesAsync(
        string shelf, string language, int limit, CancellationToken cancellationToken)
    {
        var known = OfficesAsync(cancellationToken);
        List<NewsroomRow> chosen = [];
        var most = shelf == NewsroomShelf.All ? 2 * limit : limit;
        await foreach (var answer in newsroom.ReadAsync(shelf, language, after: null, most, bodies: true, cancellationToken))
        {
            chosen = Choose(answer.Rows, language);
            // The answer may have ended between two texts of the last release.
            var isCut = !answer.IsLast && shelf == NewsroomShelf.All && chosen.Count <= limit;
            if (isCut && chosen.Count > 1) chosen.RemoveAt(chosen.Count - 1);
            if (chosen.Count > 0) break;
        }

        return Entries(chosen.Take(limit), await known);
    }

    /// <summary>Of each release the text that suits readers of the language best.</summary>
    private static List<NewsroomRow> Choose(IEnumerable<NewsroomRow> rows, string language) =>
        [.. rows.GroupBy(row => row.Release).Select(texts => texts.MinBy(text => text.Distance(language))!)];

    private static List<NewsroomEntry> Entries(IEnumerable<NewsroomRow> rows, Dictionary<string, Office> offices) =>
    [
        .. rows.Where(row => offices.ContainsKey(row.Office)).Select(row => new NewsroomEntry(
            row.Release, row.ReleasedAt, row.Topics, row.Text with { Body = row.Body }, row.Addresses, offices[row.Office])),
    ];

    private async Task<Dictionary<string, Office>> OfficesAsync(CancellationToken cancellationToken) =>
        await offices.AllAsync(cancellationToken).ToDictionaryAsync(
            office => office.Value.Id, office => office.Value, cancellationToken: cancellationToken);
}
