using Distribution.Publisher.Offices;
using Distribution.Releases.Drafts;

namespace Distribution.Releases.Newsroom;

/// <summary>A public release in one language.</summary>
/// <param name="Release">Id of the release.</param>
/// <param name="ReleasedAt">When it became public.</param>
/// <param name="Topics">Ids of its topics.</param>
/// <param name="Text">The translation to show; its body is empty where a list was read without bodies.</param>
/// <param name="Translations">The addresses of every translation that is public, this one among them.</param>
/// <param name="Office">The office it speaks for.</param>
public sealed record NewsroomEntry(
    string Release,
    DateTimeOffset ReleasedAt,
    IReadOnlyList<string> Topics,
    Translation Text,
    IReadOnlyList<TextAddress> Translations,
    Office Office)
{
    /// <summary>A text as its own page shows it, with the texts of the release that are public.</summary>
    public static NewsroomEntry Create(Release release, Translation text, IEnumerable<Translation> texts, Office office) => new(
        release.Id,
        release.ReleasedAt ?? release.CreatedAt,
        release.Topics,
        text,
        [.. texts.Where(other => other.Slug is not null).Select(other => new TextAddress(other.Language, other.Slug!))],
        office);
}

/// <summary>Where a translation is in the newsroom.</summary>
/// <param name="Language">Its language.</param>
/// <param name="Slug">The last part of its address.</param>
public sealed record TextAddress(string Language, string Slug);
