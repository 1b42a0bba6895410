using Distribution.Mail.Smtp;
using MimeKit;

namespace Distribution.Tests.Mail.Smtp;

/// <summary>Something to send.</summary>
internal static class Letters
{
    public static readonly MailboxAddress Press = new("Press", "press@example.org");
    public static readonly MailboxAddress Rosa = new("Rosa", "rosa@example.org");

    public static Task<SendResult> SendToAsync(this SmtpTransport transport, string address, CancellationToken cancellationToken) =>
        transport.SendAsync(Write(), Press, new MailboxAddress("", address), cancellationToken);

    public static Task<SendResult> SendAsync(this SmtpTransport transport, CancellationToken cancellationToken) =>
        transport.SendAsync(Write(), Press, Rosa, cancellationToken);

    public static Task<SendResult> SendAsync(this SmtpConnection connection, CancellationToken cancellationToken) =>
        connection.SendAsync(Write(), Press, Rosa, cancellationToken);

    public static MimeMessage Write(string text = "Première ligne\r\n.\r\n..\r\n.fin")
    {
        var message = new MimeMessage { Subject = "Nouvelles", Body = new TextPart("plain") { Text = text } };
        message.From.Add(Press);
        message.To.Add(Rosa);
        return message;
    }
}
