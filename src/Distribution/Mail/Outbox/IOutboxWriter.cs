using Distribution.Publisher.Organisations;
using MimeKit;

namespace Distribution.Mail.Outbox;

/// <summary>Writes the outbox mails of one kind just before they are sent.</summary>
public interface IOutboxWriter
{
    /// <summary>The name in <see cref="OutboxMail.Writer"/> of its mails.</summary>
    string Name { get; }

    /// <summary>Why a mail can no longer be written, as its outcome says.</summary>
    string Failure { get; }

    /// <param name="mail">The mail as it stands in the outbox.</param>
    /// <param name="messageId">The Message-ID without its angle brackets.</param>
    /// <param name="organisation">The sender.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <returns>Null when it can no longer be written.</returns>
    Task<MimeMessage?> WriteAsync(OutboxMail mail, string messageId, Organisation organisation, CancellationToken cancellationToken);
}
