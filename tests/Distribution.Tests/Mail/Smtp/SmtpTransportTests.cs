using System.Text;
using Distribution.Mail.Smtp;
using Distribution.Testing.Smtp;

namespace Distribution.Tests.Mail.Smtp;

public sealed class SmtpTransportTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_mail_arrives_byte_for_byte_and_is_accepted_in_the_relays_words()
    {
        await using var server = ScriptedSmtpServer.Start();
        await using var transport = server.Transport();

        var result = await transport.SendAsync(Token);

        var accepted = Assert.IsType<SendResult.Accepted>(result);
        Assert.Equal(new SmtpReply(250, "2.0.0", "taken as 1-1"), accepted.Reply);
        Assert.Equal($"127.0.0.1:{server.Port}/1", accepted.Connection);
        var mail = Assert.Single(server.Mails);
        Assert.Equal(("press@example.org", "rosa@example.org"), (mail.Sender, mail.Recipient));
        Assert.EndsWith(
            "\r\n\r\nPremière ligne\r\n.\r\n..\r\n.fin\r\n", Encoding.UTF8.GetString(mail.Content.Span), StringComparison.Ordinal);
        Assert.Contains("EHLO client.example.org", server.Commands);
    }

    [Theory]
    [InlineData(SmtpExtensions.None)]
    [InlineData(SmtpExtensions.Pipelining)]
    [InlineData(SmtpExtensions.Usual | SmtpExtensions.Chunking | SmtpExtensions.SmtpUtf8)]
    public async Task Whatever_the_relay_offers_a_mail_arrives(SmtpExtensions extensions)
    {
        await using var server = ScriptedSmtpServer.Start(new SmtpServerSettings { Extensions = extensions });
        await using var transport = server.Transport();

        Assert.IsType<SendResult.Accepted>(await transport.SendAsync(Token));

        Assert.Equal("Nouvelles", Assert.Single(server.Mails).Message.Subject);
    }

    [Theory]
    [InlineData(SmtpStep.Greeting, typeof(SendResult.Deferred))]
    [InlineData(SmtpStep.Hello, typeof(SendResult.Deferred))]
    [InlineData(SmtpStep.Sender, typeof(SendResult.Deferred))]
    [InlineData(SmtpStep.Recipient, typeof(SendResult.Deferred))]
    [InlineData(SmtpStep.Data, typeof(SendResult.Deferred))]
    [InlineData(SmtpStep.Message, typeof(SendResult.Uncertain))]
    public async Task A_connection_lost(SmtpStep step, Type expected)
    {
        foreach (var extensions in new[] { SmtpExtensions.None, SmtpExtensions.Usual })
        {
            await using var server = ScriptedSmtpServer.Start(new SmtpServerSettings { Extensions = extensions });
            await using var transport = server.Transport();
            server.On(step, SmtpAnswer.Drop);

            var result = await transport.SendAsync(Token);

            Assert.IsType(expected, result);
            Assert.True(result.Reply.IsOurs);
            Assert.Empty(server.Mails);
            Assert.IsType<SendResult.Accepted>(await transport.SendAsync(Token));
        }
    }

    [Fact]
    public async Task A_connection_lost_in_the_middle_of_the_body_defers()
    {
        await using var server = ScriptedSmtpServer.Start();
        await using var transport = server.Transport();
        server.On(SmtpStep.Body, SmtpAnswer.Drop);

        // More than the network holds on the way, so that the final dot cannot have left.
        var result = await transport.SendAsync(
            Letters.Write(string.Concat(Enumerable.Repeat(new string('x', 70) + "\r\n", 250_000))), Letters.Press, Letters.Rosa, Token);

        Assert.IsType<SendResult.Deferred>(result);
        Assert.Empty(server.Mails);
    }

    [Theory]
    [InlineData(SmtpStep.Greeting, 421, "4.3.2 busy", typeof(SendResult.Deferred))]
    [InlineData(SmtpStep.Greeting, 554, "5.7.1 blocked", typeof(SendResult.Stopped))]
    [InlineData(SmtpStep.Sender, 451, "4.3.0 trouble", typeof(SendResult.Deferred))]
    [InlineData(SmtpStep.Sender, 550, "5.7.1 sender refused", typeof(SendResult.Stopped))]
    [InlineData(SmtpStep.Sender, 530, "5.7.0 log in", typeof(SendResult.Stopped))]
    [InlineData(SmtpStep.Sender, 552, "5.3.4 too big", typeof(SendResult.Refused))]
    [InlineData(SmtpStep.Recipient, 450, "4.7.1 greylisted", typeof(SendResult.Deferred))]
    [InlineData(SmtpStep.Recipient, 550, "5.1.1 unknown", typeof(SendResult.Refused))]
    [InlineData(SmtpStep.Recipient, 530, "5.7.57 log in", typeof(SendResult.Stopped))]
    [InlineData(SmtpStep.Data, 451, "4.3.0 trouble", typeof(SendResult.Deferred))]
    [InlineData(SmtpStep.Data, 554, "5.5.1 no", typeof(SendResult.Refused))]
    [InlineData(SmtpStep.Message, 451, "4.3.0 trouble", typeof(SendResult.Deferred))]
    [InlineData(SmtpStep.Message, 554, "5.6.0 spam", typeof(SendResult.Refused))]
    [InlineData(SmtpStep.Message, 530, "5.7.0 log in", typeof(SendResult.Stopped))]
    public async Task A_refusal(SmtpStep step, int code, string text, Type expected)
    {
        foreach (var extensions in new[] { SmtpExtensions.None, SmtpExtensions.Usual })
        {
            await using var server = ScriptedSmtpServer.Start(new SmtpServerSettings { Extensions = extensions });
            await using var transport = server.Transport();
            server.On(step, SmtpAnswer.Say(code, text));

            var result = await transport.SendAsync(Token);

            Assert.IsType(expected, result);
            Assert.Equal(SmtpReply.Parse(code, text), result.Reply);
            Assert.Empty(server.Mails);
            Assert.IsType<SendResult.Accepted>(await transport.SendAsync(Token));
        }
    }

    [Fact]
    public async Task A_refusal_followed_by_a_closed_connection_is_still_the_refusal()
    {
        await using var server = ScriptedSmtpServer.Start();
        await using var transport = server.Transport();
        server.On(SmtpStep.Message, SmtpAnswer.Say(421, "4.3.2 shutting down").ThenDrop());

        Assert.IsType<SendResult.Deferred>(await transport.SendAsync(Token));
    }

    [Fact]
    public async Task An_acceptance_followed_by_a_closed_connection_is_still_the_acceptance()
    {
        await using var server = ScriptedSmtpServer.Start();
        await using var transport = server.Transport();
        server.On(SmtpStep.Message, SmtpAnswer.Say(250, "2.0.0 taken").ThenDrop());

        Assert.IsType<SendResult.Accepted>(await transport.SendAsync(Token));
        Assert.IsType<SendResult.Accepted>(await transport.SendAsync(Token));
        Assert.Equal(2, server.Connections);
    }

    [Fact]
    public async Task One_refused_recipient_does_not_cost_the_group_its_connection()
    {
        await using var server = ScriptedSmtpServer.Start();
        await using var transport = server.Transport();
        server.On(
            SmtpStep.Recipient, exchange => exchange.Recipient == "gone@example.org" ? SmtpAnswer.Say(550, "5.1.1 unknown") : null);

        await transport.SendToAsync("a@example.org", Token);
        await transport.SendToAsync("gone@example.org", Token);
        await transport.SendToAsync("b@example.org", Token);

        Assert.Equal(["a@example.org", "b@example.org"], server.Mails.Select(mail => mail.Recipient));
        Assert.Equal(1, server.Connections);
    }

    [Fact]
    public async Task A_relay_that_is_away_defers()
    {
        var server = ScriptedSmtpServer.Start();
        await using var transport = server.Transport();
        await server.DisposeAsync();

        var deferred = Assert.IsType<SendResult.Deferred>(await transport.SendAsync(Token));

        Assert.Equal(DeferralScope.Relay, deferred.Scope);
    }

    [Fact]
    public async Task Without_a_relay_we_stop()
    {
        await using var transport = SmtpTransports.Create(new());

        var stopped = Assert.IsType<SendResult.Stopped>(await transport.SendAsync(Token));

        Assert.Contains("Mail:Host", stopped.Reply.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mail_over_the_relays_limit_is_refused_before_a_byte_of_it_is_sent()
    {
        await using var server = ScriptedSmtpServer.Start(new SmtpServerSettings { MaximumSize = 10_000 });
        await using var transport = server.Transport();

        var result = await transport.SendAsync(
            Letters.Write(new string('x', 70) + "\r\n" + string.Concat(Enumerable.Repeat("12345678\r\n", 1000))),
            Letters.Press,
            Letters.Rosa,
            Token);

        Assert.Contains("10000", Assert.IsType<SendResult.Refused>(result).Reply.Words, StringComparison.Ordinal);
        Assert.DoesNotContain(server.Commands, line => line.StartsWith("MAIL", StringComparison.Ordinal));
        Assert.IsType<SendResult.Accepted>(await transport.SendAsync(Token));
        Assert.Equal(1, server.Connections);
    }

    [Theory]
    [InlineData(SmtpExtensions.Usual)]
    [InlineData(SmtpExtensions.Usual | SmtpExtensions.SmtpUtf8)]
    public async Task A_foreign_domain_goes_as_A_labels_without_SMTPUTF8(SmtpExtensions extensions)
    {
        await using var server = ScriptedSmtpServer.Start(new SmtpServerSettings { Extensions = extensions });
        await using var transport = server.Transport();

        Assert.IsType<SendResult.Accepted>(await transport.SendToAsync("rosa@münchen.example", Token));

        Assert.Equal("rosa@xn--mnchen-3ya.example", Assert.Single(server.Mails).Recipient);
        Assert.DoesNotContain(server.Commands, line => line.Contains("SMTPUTF8", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_foreign_name_needs_SMTPUTF8_and_is_refused_by_us_without_it()
    {
        await using var without = ScriptedSmtpServer.Start();
        await using var with =
            ScriptedSmtpServer.Start(new SmtpServerSettings { Extensions = SmtpExtensions.Usual | SmtpExtensions.SmtpUtf8 });
        await using var old = without.Transport();
        await using var modern = with.Transport();

        Assert.IsType<SendResult.Refused>(await old.SendToAsync("jürgen@example.org", Token));
        Assert.IsType<SendResult.Accepted>(await modern.SendToAsync("jürgen@example.org", Token));

        Assert.Empty(without.Mails);
        Assert.Equal("jürgen@example.org", Assert.Single(with.Mails).Recipient);
        Assert.Contains(with.Commands, line => line.Contains("SMTPUTF8", StringComparison.Ordinal));
    }
}
