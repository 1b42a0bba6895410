using Distribution.Contacts.Contacts;
using Distribution.Mail.Outbox;
using Distribution.Platform.Addresses;
using Distribution.Platform.Security;
using Distribution.Platform.Text;
using Distribution.Publisher.Organisations;
using MimeKit;

namespace Distribution.Readers.Preferences;

/// <summary>Writes the mail with the link to the preferences, just before it is sent: a link that waits in a table could be read by others.</summary>
public sealed class WritePreferencesMail(ContactStore contacts, OneTimeTokenStore tokens, PublicLinks links, AddressHash hash) : IOutboxWriter
{
    /// <summary>How long the link works, and how long the preferences stay open after it.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    public const string WriterName = "preferences";

    public string Name => WriterName;

    public string Failure => "Nobody is mailed at this address.";

    public async Task<MimeMessage?> WriteAsync(OutboxMail mail, string messageId, Organisation organisation, CancellationToken cancellationToken)
    {
        var address = MailAddress.Parse(mail.To)!;
        if (await contacts.OwnerAsync(hash.Compute(address), cancellationToken) is not { } id) return null;
        // An address that we only remember of somebody may be another's by now.
        if (await contacts.FindAsync(id, cancellationToken) is not { Value: var contact } || MailAddress.Parse(contact.Address)?.Key != address.Key) return null;

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
        var written = mail with
        {
            Subject = phrases.With("mail_subject", ("organisation", name)),
            Text = content.ToText(),
            Html = content.ToHtml(MailColours.From(organisation.Look)),
        };
        return OutboxMessage.Create(written, messageId, organisation);
    }
}
