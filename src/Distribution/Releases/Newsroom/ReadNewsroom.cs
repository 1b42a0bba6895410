using System.Text.RegularExpressions;
using Distribution.Platform.Languages;
using Distribution.Platform.Storage;
using Distribution.Publisher.Offices;
using Distribution.Releases.Drafts;

namespace Distribution.Releases.Newsroom;

/// <summary>Reads public releases, newest first.</summary>
public sealed partial class ReadNewsroom(ReleaseTimeStore times, ReleaseStore releases, OfficeStore offices)
{
    /// <summary>How often the index is read for one page when few releases are in the language; the page is shorter then.</summary>
    private const int MostReads = 5;

    /// <summary>Every release, in the language where it is ready, else in its own.</summary>
    public Task<Page<NewsroomEntry>> AllAsync(string language, int limit, string? after, CancellationToken cancellationToken) =>
        ReadAsync(
            limit,
            after,
            (release, ready) => Best(language, ready) ?? Best(release.OriginalLanguage, ready) ?? ready[0],
            cancellationToken);

    /// <summary>The releases that are ready in the language.</summary>
    public Task<Page<NewsroomEntry>> InAsync(string language, int limit, string? after, CancellationToken cancellationToken) =>
        ReadAsync(limit, after, (_, ready) => Best(language, ready), cancellationToken);

    private async Task<Page<NewsroomEntry>> ReadAsync(
        int limit, string? after, Func<Release, IReadOnlyList<Translation>, Translation?> choose, CancellationToken cancellationToken)
    {
        List<NewsroomEntry> entries = [];
        Dictionary<string, Office?> known = [];
        var from = after is not null && IndexKey().IsMatch(after) ? after : null;
        for (var reads = 0; reads < MostReads; reads++)
        {
            var rows = await times.PublicAsync(limit - entries.Count, from, cancellationToken);
            foreach (var document in await Task.WhenAll(rows.Items.Select(row => releases.FindAsync(row.Value.Release, cancellationToken))))
            {
                if (document is null || Visibility.Public(document) is not { Count: > 0 } ready) continue;
                if (choose(document.Release, ready) is not { } text) continue;
                if (await OfficeAsync(known, document.Release.Office, cancellationToken) is { } office)
                    entries.Add(new(document.Release, text, ready, office));
            }

            from = rows.After;
            if (from is null || entries.Count == limit) break;
        }

        return new(entries, from);
    }

    private async Task<Office?> OfficeAsync(Dictionary<string, Office?> known, string id, CancellationToken cancellationToken)
    {
        if (!known.TryGetValue(id, out var office)) known[id] = office = (await offices.FindAsync(id, cancellationToken))?.Value;
        return office;
    }

    private static Translation? Best(string language, IReadOnlyList<Translation> ready) =>
        MailLanguage.Best(language, [.. ready.Select(text => text.Language)]) is { } best
            ? ready.First(text => text.Language == best)
            : null;

    [GeneratedRegex(@"^\d{19}\.[0-9a-f]{32}$")]
    private static partial Regex IndexKey();
}
