using Distribution.Offices;
using Distribution.Releases;

namespace Distribution.Newsroom;

/// <summary>A public release in one language.</summary>
/// <param name="Release">The release.</param>
/// <param name="Text">The translation to show.</param>
/// <param name="Translations">Every translation that is public, this one among them.</param>
/// <param name="Office">The office it speaks for.</param>
public sealed record NewsroomEntry(Release Release, Translation Text, IReadOnlyList<Translation> Translations, Office Office)
{
    public DateTimeOffset ReleasedAt => Release.ReleasedAt ?? Release.CreatedAt;
}
