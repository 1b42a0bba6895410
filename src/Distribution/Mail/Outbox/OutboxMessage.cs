using Distribution.Mail.Headers;
using Distribution.Publisher.Organisations;
using MimeKit;

namespace Distribution.Mail.Outbox;

/// <summary>A mail of the outbox with its headers, as it goes to the relay.</summary>
internal static class OutboxMessage
{
    public static MimeMessage Create(OutboxMail mail, string messageId, Organisation organisation)
    {
        MimeMessage message = new()
        {
            MessageId = messageId,
            Subject = mail.Subject,
            Date = mail.CreatedAt,
            Body = mail.Html is null
                ? new TextPart("plain") { Text = mail.Text }
                : new MultipartAlternative(new TextPart("plain") { Text = mail.Text }, new TextPart("html") { Text = mail.Html }),
        };
        message.From.Add(new MailboxAddress(organisation.Names.In(mail.Language), organisation.SenderAddress));
        message.To.Add(new MailboxAddress(mail.Name, mail.To));
        foreach (var header in new[] { HeaderId.From, HeaderId.To, HeaderId.Subject })
            message.Headers.Replace(HeaderLines.Create(header, message.Headers[header]!));
        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        message.Headers.Add(AutoResponses.Suppressed());
        message.Headers.Add(HeaderId.ContentLanguage, mail.Language);
        return message;
    }
}
