namespace Distribution.Contacts.Contacts;

/// <summary>
/// The notice in the first mail to a contact who has not subscribed themselves (GDPR, article 14): the source of their data, its date and
/// the legal basis.
/// </summary>
public sealed record FirstNotice(string Source, DateTimeOffset Date, LawfulBasis Basis)
{
    /// <summary>Null when they have had the notice.</summary>
    public static FirstNotice? From(Contact contact) => contact.NoticeGivenAt is null ? new(contact.Source, contact.SourceDate, contact.LawfulBasis) : null;
}
