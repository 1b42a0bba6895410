using Distribution.Publisher.Offices;
using Distribution.Releases.Drafts;

namespace Distribution.Releases.Newsroom;

/// <summary>A public release in one language.</summary>
/// <param name="Release">The release.</param>
/// <param name="Text">The translation to show.</param>
/// <param name="Translations">Every translation that is public, this one among them.</param>
/// <param name="Office">The office it speaks for.</param>
public sealed record NewsroomEntry(Release Release, Translation Text, IReadOnlyList<Translation> Translations, Office Office)
{
    public DateTimeOffset ReleasedAt => Release.ReleasedAt ?? Release.CreatedAt;
}
