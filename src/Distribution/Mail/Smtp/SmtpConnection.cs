using MimeKit;

namespace Distribution.Mail.Smtp;

/// <summary>
/// One of the transport's connections, lent to one caller for a group of mails. The link beneath is opened when needed and replaced when
/// worn out or dead.
/// </summary>
public sealed class SmtpConnection : IAsyncDisposable
{
    private readonly SmtpTransport transport;
    private SmtpLink? link;
    private bool returned;

    internal SmtpConnection(SmtpTransport transport) => this.transport = transport;

    internal SmtpLink? Link => link;

    /// <summary>
    /// Sends one mail to one recipient. An <see cref="OperationCanceledException"/> means that nothing was handed over;
    /// once the mail has left, a cancellation only shortens the wait for the relay's answer.
    /// </summary>
    public async Task<SendResult> SendAsync(MimeMessage message, MailboxAddress sender, MailboxAddress recipient, CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(returned, this);
        cancellationToken.ThrowIfCancellationRequested();
        var needsUtf8 = EnvelopeRule.NeedsUtf8(sender) || EnvelopeRule.NeedsUtf8(recipient);
        if (EnvelopeRule.Objection(sender, recipient, takesUtf8: true) is { } objection) return objection;

        // Ends: only a link that was used before can be stale, and each is thrown away.
        while (true)
        {
            if (await OpenAsync(needsUtf8, cancellationToken) is { } failure) return failure;
            if (EnvelopeRule.Objection(sender, recipient, link!.IsInternational) is { } refusal) return refusal;
            var attempt = await link.SendAsync(message, sender, recipient, cancellationToken);
            if (!attempt.WasStale) return transport.Weigh(recipient, attempt.Result);
            await CloseAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (returned) return;
        returned = true;
        await transport.ReturnAsync(link);
    }

    private async Task<SendResult?> OpenAsync(bool international, CancellationToken cancellationToken)
    {
        if (link is { IsUsable: true } && link.IsInternational == international) return null;
        await CloseAsync();
        link = await transport.TakeIdleAsync(international);
        if (link is not null) return null;

        link = transport.NewLink(international);
        var failure = await link.OpenAsync(cancellationToken);
        transport.Note(link, failure);
        if (failure is not null) await CloseAsync();
        return failure;
    }

    private async Task CloseAsync()
    {
        if (link is not null) await link.DisposeAsync();
        link = null;
    }
}
