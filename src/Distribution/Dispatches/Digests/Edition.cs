using Distribution.Audiences.Selection;
using Distribution.Releases.Drafts;

namespace Distribution.Dispatches.Digests;

/// <summary>A release that may stand in digests.</summary>
/// <param name="Release">The release.</param>
/// <param name="Rule">The rule for recipients of the release by itself, and of a digest only.</param>
public sealed record Edition(Release Release, AudienceRule Rule)
{
    public DateTimeOffset PublishedAt => Release.PublishedAt!.Value;
}
