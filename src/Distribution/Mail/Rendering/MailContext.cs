using Distribution.Audiences.MediaLists;
using Distribution.Publisher.Offices;
using Distribution.Publisher.Organisations;
using Distribution.Releases.Drafts;

namespace Distribution.Mail.Rendering;

/// <summary>All that the mails of one release version are made of, as read at one time.</summary>
/// <param name="Organisation">The publisher.</param>
/// <param name="Office">The office that the release speaks for.</param>
/// <param name="Contacts">The press contacts, in the order to print.</param>
/// <param name="Release">The release.</param>
/// <param name="Translations">Its texts that may be sent; each is public under its slug.</param>
/// <param name="Lists">The media lists of its audience, by id.</param>
public sealed record MailContext(
    Organisation Organisation,
    Office Office,
    IReadOnlyList<PressContact> Contacts,
    Release Release,
    IReadOnlyList<Translation> Translations,
    IReadOnlyDictionary<string, MediaList> Lists)
{
    /// <summary>When the release is or was to be sent; now, where that is open.</summary>
    public DateTimeOffset SentAt(DateTimeOffset now) => Release.ReleasedAt ?? Release.SendAt ?? now;
}
