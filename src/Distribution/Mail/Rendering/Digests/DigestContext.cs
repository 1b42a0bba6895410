using Distribution.Audiences.MediaLists;
using Distribution.Publisher.Offices;
using Distribution.Publisher.Organisations;
using Distribution.Releases.Drafts;

namespace Distribution.Mail.Rendering.Digests;

/// <summary>All that the digests of one moment are made of.</summary>
/// <param name="Organisation">The publisher.</param>
/// <param name="Items">The releases, by the number that recipients have them by; null for one that is gone.</param>
/// <param name="Lists">The media lists by id.</param>
/// <param name="At">When they are of.</param>
public sealed record DigestContext(
    Organisation Organisation, IReadOnlyList<DigestItem?> Items, IReadOnlyDictionary<string, MediaList> Lists, DateTimeOffset At);

/// <summary>A release as it stands in digests.</summary>
/// <param name="Release">The release.</param>
/// <param name="Texts">Its texts that are public.</param>
/// <param name="Office">The office it speaks for.</param>
public sealed record DigestItem(Release Release, IReadOnlyList<Translation> Texts, Office Office);
