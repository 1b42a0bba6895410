using Distribution.Audiences.Selection;
using Distribution.Releases.Drafts;

namespace Distribution.Dispatches.Digests;

/// <summary>A release that may stand in digests.</summary>
/// <param name="Release">The release.</param>
/// <param name="Rule">Who would get it by itself, and who only in a digest.</param>
public sealed record Edition(Release Release, AudienceRule Rule)
{
    public DateTimeOffset PublishedAt => Release.PublishedAt!.Value;
}
