using MimeKit;

namespace Distribution.Mail.Outbox;

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
