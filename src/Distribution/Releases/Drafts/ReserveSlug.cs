using System.Globalization;
using Distribution.Platform.Storage;

namespace Distribution.Releases.Drafts;

/// <summary>
/// Gives a translation an address in the newsroom that no other has and that stays its own. A repeat answers the same, unless the headline
/// has changed and no slug was kept.
/// </summary>
public sealed class ReserveSlug(SlugStore slugs)
{
    /// <summary>How many numbers are tried before a part of the release's id makes the slug unique.</summary>
    private const int MostNumbers = 20;

    public async Task<string> RunAsync(string release, Translation translation, CancellationToken cancellationToken)
    {
        if (translation.Slug is { } kept) return kept;
        var wanted = new ReservedSlug { Release = release, Language = translation.Language };
        foreach (var slug in Candidates(release, translation))
        {
            if (await slugs.AddAsync(slug, wanted, cancellationToken) is WriteResult.Done) return slug;
            if ((await slugs.FindAsync(slug, cancellationToken))?.Value == wanted) return slug;
        }

        throw new InvalidOperationException($"No slug is free for release {release}.");
    }

    private static IEnumerable<string> Candidates(string release, Translation translation)
    {
        var part = release[..Math.Min(8, release.Length)];
        var text = SlugText.From(translation.Headline) ?? $"release-{part}";
        yield return text;
        for (var number = 2; number <= MostNumbers; number++) yield return string.Create(CultureInfo.InvariantCulture, $"{text}-{number}");
        yield return $"{text}-{part}";
        yield return $"{text}-{release}-{translation.Language.ToLowerInvariant()}";
    }
}
