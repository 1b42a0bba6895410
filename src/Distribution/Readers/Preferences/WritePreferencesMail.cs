using Distribution.Contacts.Contacts;
using Distribution.Mail.Outbox;
using Distribution.Platform.Addresses;
using Distribution.Platform.Security;
using Distribution.Platform.Text;
using Distribution.Publisher.Organisations;

namespace Distribution.Readers.Preferences;

/// <summary>
/// Writes the mail with the link to the desk, just before it is sent: a link that waits in a table would be one that others can read.
/// </summary>
public sealed class WritePreferencesMail(ContactStore contacts, OneTimeTokenStore tokens, PublicLinks links, AddressHash hash)
{
    /// <summary>How long the link works, and how long the desk stays open after it.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    /// <returns>Null when nobody is mailed at the address: one that we only remember of somebody may be another's by now.</returns>
    public async Task<OutboxMail?> RunAsync(OutboxMail mail, Organisation organisation, CancellationToken cancellationToken)
    {
        var address = MailAddress.Parse(mail.To)!;
        if (await contacts.OwnerAsync(hash.Compute(address), cancellationToken) is not { } id) return null;
        if (await contacts.FindAsync(id, cancellationToken) is not { Value: var contact }
            || MailAddress.Parse(contact.Address)?.Key != address.Key)
            return null;

        var phrases = PreferencesPhrases.Book.In(mail.Language);
        var name = PrintableText.Line(organisation.Names.In(phrases.Language));
        var secret = await tokens.AddAsync(TokenPurpose.Preferences, id, details: null, Lifetime, cancellationToken);
        LinkMail content = new()
        {
            Language = phrases.Language,
            Opening = phrases.With("mail_asked", ("organisation", name)),
            Button = phrases["mail_button"],
            Link = links.OpenPreferences(secret),
            Closing = phrases["mail_else"],
        };
        return mail with
        {
            Subject = phrases.With("mail_subject", ("organisation", name)),
            Text = content.ToText(),
            Html = content.ToHtml(MailColours.From(organisation.Look)),
        };
    }
}
