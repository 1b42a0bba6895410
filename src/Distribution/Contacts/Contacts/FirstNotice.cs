namespace Distribution.Contacts.Contacts;

/// <summary>
/// What somebody must be told with the first mail who has not subscribed themselves (GDPR, article 14): where we have their data from,
/// since when, and on what ground.
/// </summary>
public sealed record FirstNotice(string Source, DateTimeOffset Date, LawfulBasis Basis)
{
    /// <summary>Null when they have been told.</summary>
    public static FirstNotice? From(Contact contact) =>
        contact.NoticeGivenAt is null ? new(contact.Source, contact.SourceDate, contact.LawfulBasis) : null;
}
