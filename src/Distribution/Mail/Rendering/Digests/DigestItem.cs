using Distribution.Publisher.Offices;
using Distribution.Releases.Drafts;

namespace Distribution.Mail.Rendering.Digests;

/// <summary>A release as it stands in digests.</summary>
/// <param name="Release">The release.</param>
/// <param name="Texts">Its texts that are public.</param>
/// <param name="Office">The office it speaks for.</param>
public sealed record DigestItem(Release Release, IReadOnlyList<Translation> Texts, Office Office);
