using System.Text;
using Distribution.Testing.Smtp;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace Distribution.Tests.Mail.Smtp;

/// <summary>The scripted server against MailKit's own client, so that the other tests may trust it.</summary>
public sealed class ScriptedSmtpServerTests
{
    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_mail_is_taken_byte_for_byte()
    {
        await using var server = ScriptedSmtpServer.Start();
        using var client = new SmtpClient();
        await client.ConnectAsync(ScriptedSmtpServer.Host, server.Port, SecureSocketOptions.None, Token);

        await client.SendAsync(Mail("first line\r\n.dotted\r\n..twice"), Token);
        await client.DisconnectAsync(quit: true, Token);

        var mail = Assert.Single(server.Mails);
        Assert.Equal("press@example.org", mail.Sender);
        Assert.Equal("reader@example.org", mail.Recipient);
        Assert.EndsWith("\r\n\r\nfirst line\r\n.dotted\r\n..twice\r\n", Encoding.ASCII.GetString(mail.Content.Span));
        Assert.Contains("QUIT", server.Commands);
    }

    [Fact]
    public async Task A_script_answers_once_and_then_yes_again()
    {
        await using var server = ScriptedSmtpServer.Start();
        server.On(SmtpStep.Recipient, SmtpAnswer.Say(550, "5.1.1 unknown"));
        using var client = new SmtpClient();
        await client.ConnectAsync(ScriptedSmtpServer.Host, server.Port, SecureSocketOptions.None, Token);

        var refusal = await Assert.ThrowsAsync<SmtpCommandException>(() => client.SendAsync(Mail("one"), Token));
        await client.SendAsync(Mail("two"), Token);

        Assert.Equal(550, (int)refusal.StatusCode);
        Assert.Equal("two", Assert.Single(server.Mails).Message.TextBody?.Trim());
    }

    [Fact]
    public async Task A_rule_decides_by_recipient_and_a_dropped_mail_may_have_been_taken()
    {
        await using var server = ScriptedSmtpServer.Start();
        server.On(SmtpStep.Message, exchange => exchange.Recipient == "reader@example.org" ? SmtpAnswer.Drop.ButTakeIt() : null);
        using var client = new SmtpClient();
        await client.ConnectAsync(ScriptedSmtpServer.Host, server.Port, SecureSocketOptions.None, Token);

        await Assert.ThrowsAsync<SmtpProtocolException>(() => client.SendAsync(Mail("one"), Token));

        Assert.Single(await server.WaitForMailsAsync(1, Token));
    }

    private static MimeMessage Mail(string text)
    {
        var message = new MimeMessage { Subject = "Test", Body = new TextPart("plain") { Text = text } };
        message.From.Add(new MailboxAddress("Press", "press@example.org"));
        message.To.Add(new MailboxAddress("Reader", "reader@example.org"));
        return message;
    }
}
