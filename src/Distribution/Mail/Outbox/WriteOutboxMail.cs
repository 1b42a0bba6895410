using Distribution.Dispatches.Previews;
using Distribution.Mail.Headers;
using Distribution.Mail.Outcomes;
using Distribution.Mail.Smtp;
using Distribution.Publisher.Organisations;
using Distribution.Readers.Preferences;
using Microsoft.Extensions.Options;
using MimeKit;

namespace Distribution.Mail.Outbox;

/// <summary>Writes a mail of the outbox just before it is sent.</summary>
public sealed class WriteOutboxMail(
    OrganisationStore organisations, WriteTestMail writeTestMail, WritePreferencesMail writePreferencesMail, IOptions<MailOptions> options)
{
    private const string Gone = "The release, its text in this language or the contact is gone.";

    private const string Nobody = "Nobody is mailed at this address.";

    public async Task<WriteOutboxMailResult> RunAsync(OutboxMail mail, CancellationToken cancellationToken)
    {
        if (options.Value.Host is null || await organisations.FindAsync(cancellationToken) is not { Value: var organisation })
            return new WriteOutboxMailResult.NotYet();
        if (mail.IsForJournalist && !RecipientsSwitch.Parse(options.Value.Recipients).Allows(mail.To))
            return new WriteOutboxMailResult.NotYet();
        var messageId = MessageIds.Create("outbox", mail.Id, MessageIds.DomainOf(organisation));
        if (mail.IsPreferencesLink)
        {
            return await writePreferencesMail.RunAsync(mail, organisation, cancellationToken) is { } link
                ? Written(Write(link, messageId, organisation), organisation)
                : new WriteOutboxMailResult.Failed(Nobody);
        }

        if (mail.Test is not { } test) return Written(Write(mail, messageId, organisation), organisation);
        return await writeTestMail.RunAsync(
            test, new(messageId, mail.To, mail.Name, mail.Language), organisation, cancellationToken) is { } message
            ? Written(message, organisation)
            : new WriteOutboxMailResult.Failed(Gone);
    }

    private WriteOutboxMailResult.Written Written(MimeMessage message, Organisation organisation) =>
        new(message, new("", options.Value.ReturnPath ?? organisation.SenderAddress));

    private static MimeMessage Write(OutboxMail mail, string messageId, Organisation organisation)
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
        message.Headers.Add(HeaderId.ContentLanguage, mail.Language);
        return message;
    }
}

/// <summary>What came of writing a mail of the outbox.</summary>
public abstract record WriteOutboxMailResult
{
    private WriteOutboxMailResult()
    {
    }

    /// <param name="Message">The mail.</param>
    /// <param name="Sender">Where bounces go.</param>
    public sealed record Written(MimeMessage Message, MailboxAddress Sender) : WriteOutboxMailResult;

    /// <summary>There is no relay or no organisation yet.</summary>
    public sealed record NotYet : WriteOutboxMailResult;

    /// <summary>It can never be written.</summary>
    public sealed record Failed(string Reason) : WriteOutboxMailResult;
}
