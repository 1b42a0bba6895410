using Distribution.Mail.Outcomes;
using Distribution.Mail.Smtp;
using Distribution.Publisher.Organisations;
using Microsoft.Extensions.Options;
using MimeKit;

namespace Distribution.Mail.Outbox;

/// <summary>Writes a mail of the outbox just before it is sent.</summary>
public sealed class WriteOutboxMail(OrganisationStore organisations, IEnumerable<IOutboxWriter> writers, IOptions<MailOptions> options)
{
    public async Task<WriteOutboxMailResult> RunAsync(OutboxMail mail, CancellationToken cancellationToken)
    {
        if (options.Value.Host is null || await organisations.FindAsync(cancellationToken) is not { Value: var organisation }) return new WriteOutboxMailResult.NotYet();
        if (mail.IsForJournalist && !RecipientsSwitch.Parse(options.Value.Recipients).Allows(mail.To)) return new WriteOutboxMailResult.NotYet();
        var messageId = MessageIds.Create("outbox", mail.Id, MessageIds.DomainOf(organisation));
        if (mail.Writer is null) return Written(OutboxMessage.Create(mail, messageId, organisation), organisation);
        var writer = writers.First(writer => writer.Name == mail.Writer);
        return await writer.WriteAsync(mail, messageId, organisation, cancellationToken) is { } message
            ? Written(message, organisation)
            : new WriteOutboxMailResult.Failed(writer.Failure);
    }

    private WriteOutboxMailResult.Written Written(MimeMessage message, Organisation organisation) =>
        new(message, new("", options.Value.ReturnPath ?? organisation.SenderAddress));
}

/// <summary>The result of writing a mail of the outbox.</summary>
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
