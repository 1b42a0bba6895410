using Distribution.Platform.Security;

namespace Distribution.Readers.Unsubscribe;

/// <summary>A notice to somebody who has unsubscribed.</summary>
/// <param name="Contact">Id of the contact.</param>
/// <param name="Link">The link that they used; null when they unsubscribed on their preferences page.</param>
public sealed record UnsubscribeNotice(string Contact, UnsubscribeLink? Link)
{
    /// <summary>The id of its job.</summary>
    public string Id => Link switch
    {
        UnsubscribeLink.InRelease(var release, _) => $"Release-{release}-{Contact}",
        UnsubscribeLink.InDigest => $"Digest-{Contact}",
        _ => $"Preferences-{Contact}",
    };

    public static UnsubscribeNotice Create(UnsubscribeLink link) => new(link.Contact, link);

    public static UnsubscribeNotice? Parse(string id) => id.Split('-') switch
    {
        ["Release", var release, var contact] => Create(new UnsubscribeLink.InRelease(release, contact)),
        ["Digest", var contact] => Create(new UnsubscribeLink.InDigest(contact)),
        ["Preferences", var contact] => new(contact, Link: null),
        _ => null,
    };
}
