using Distribution.Mail.Dkim;
using Distribution.Mail.Rendering;
using MailKit;
using MailKit.Net.Smtp;
using MimeKit;
using MimeKit.IO;

namespace Distribution.Mail.Smtp;

/// <summary>MailKit's client, telling how far a mail has come.</summary>
internal sealed class RelayClient(ReplyLog log, SignMail sign) : SmtpClient(log), ITransferProgress
{
    private Action beforeFinalDot = () => { };

    public SmtpPhase Phase { get; set; }

    public SmtpReply? LastReply => log.Last;

    /// <summary>Sends one mail to one recipient and returns the relay's words.</summary>
    /// <param name="format">How the message is written.</param>
    /// <param name="message">The message.</param>
    /// <param name="sender">The envelope's sender.</param>
    /// <param name="recipient">The envelope's recipient.</param>
    /// <param name="commit">Called when only the final dot remains to be sent; may throw to prevent it.</param>
    /// <param name="cancellationToken">Cancels, also after the final dot.</param>
    public Task<string> SendAsync(
        FormatOptions format,
        MimeMessage message,
        MailboxAddress sender,
        MailboxAddress recipient,
        Action commit,
        CancellationToken cancellationToken)
    {
        Phase = SmtpPhase.Sender;
        beforeFinalDot = commit;
        return SendAsync(format, message, sender, [recipient], cancellationToken, progress: this);
    }

    /// <summary>MailKit reports after each write of the body, and writes the final dot after the last report.</summary>
    void ITransferProgress.Report(long bytesTransferred, long totalSize)
    {
        if (bytesTransferred < totalSize || Phase == SmtpPhase.Answer) return;
        beforeFinalDot();
        Phase = SmtpPhase.Answer;
    }

    void ITransferProgress.Report(long bytesTransferred) => throw new NotSupportedException("The size is always known.");

    protected override void OnSenderAccepted(MimeMessage message, MailboxAddress mailbox, SmtpResponse response)
    {
        if (Phase == SmtpPhase.Sender) Phase = SmtpPhase.Recipient;
    }

    protected override void OnRecipientAccepted(MimeMessage message, MailboxAddress mailbox, SmtpResponse response)
    {
        if (Phase == SmtpPhase.Recipient) Phase = SmtpPhase.Data;
    }

    /// <summary>
    /// Signs as the last step. A signed mail goes in seven bits, for a relay that encodes it again breaks the signature (RFC 6376, section
    /// 5.3).
    /// </summary>
    protected override void Prepare(FormatOptions options, MimeMessage message, EncodingConstraint constraint, int maxLineLength)
    {
        // One from an attempt on a link that was dead; MailKit would not prepare such a mail.
        message.Headers.RemoveAll(HeaderId.DkimSignature);
        base.Prepare(options, message, sign.IsOn ? EncodingConstraint.SevenBit : constraint, maxLineLength);
        sign.Run(options, message);
    }

    /// <summary>Counts doubled dots too, because the reports do: equal numbers mean that the body has been written.</summary>
    protected override async Task<long> GetSizeAsync(FormatOptions options, MimeMessage message, CancellationToken cancellationToken)
    {
        using MeasuringStream measure = new();
        if (message.Body is WrittenBody body)
        {
            await message.WriteToAsync(options, measure, headersOnly: true, cancellationToken);
            return Allowed(measure.Length + body.Length);
        }

        await using FilteredStream dotted = new(measure);
        dotted.Add(new SmtpDataFilter());
        await message.WriteToAsync(options, dotted, cancellationToken);
        await dotted.FlushAsync(cancellationToken);
        return Allowed(measure.Length);
    }

    private long Allowed(long size) => MaxSize > 0 && size > MaxSize ? throw new MessageTooLargeException(size, MaxSize) : size;
}
