using System.Security.Cryptography;
using System.Text;
using Azure.Core;
using Azure.Identity;
using Distribution.Mail.Smtp;
using Distribution.Testing.Smtp;

namespace Distribution.Tests.Mail.Smtp;

public sealed class SmtpSecurityTests
{
    private const SmtpExtensions All =
        SmtpExtensions.Usual | SmtpExtensions.StartTls | SmtpExtensions.Plain | SmtpExtensions.Login | SmtpExtensions.XOAuth2;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(MailSecurity.StartTls)]
    [InlineData(MailSecurity.Tls)]
    public async Task A_mail_goes_encrypted_when_the_certificate_is_the_one_named(MailSecurity security)
    {
        await using var server = Start(security);
        await using var transport = server.Transport(options => Encrypt(options, server, security));

        Assert.IsType<SendResult.Accepted>(await transport.SendAsync(Token));
        Assert.IsType<SendResult.Accepted>(await transport.SendAsync(Token));

        Assert.Equal(2, server.Mails.Count);
        Assert.Equal(1, server.Connections);
    }

    [Theory]
    [InlineData(MailSecurity.StartTls)]
    [InlineData(MailSecurity.Tls)]
    public async Task A_certificate_nobody_vouches_for_stops(MailSecurity security)
    {
        await using var server = Start(security);
        await using var transport = server.Transport(options => options.Security = security);

        Assert.IsType<SendResult.Stopped>(await transport.SendAsync(Token));

        Assert.DoesNotContain(server.Commands, line => line.StartsWith("MAIL", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_relay_without_STARTTLS_gets_nothing_in_the_clear()
    {
        await using var server = ScriptedSmtpServer.Start();
        await using var transport = server.Transport(options => options.Security = MailSecurity.StartTls);

        Assert.IsType<SendResult.Stopped>(await transport.SendAsync(Token));

        Assert.DoesNotContain(server.Commands, line => line.StartsWith("MAIL", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_relay_whose_TLS_is_out_of_order_defers()
    {
        await using var server = Start(MailSecurity.StartTls);
        server.On(SmtpStep.StartTls, SmtpAnswer.Say(454, "4.7.0 TLS not available"));
        await using var transport = server.Transport(options => Encrypt(options, server, MailSecurity.StartTls));

        Assert.IsType<SendResult.Deferred>(await transport.SendAsync(Token));
        Assert.IsType<SendResult.Accepted>(await transport.SendAsync(Token));
    }

    [Fact]
    public async Task A_connection_lost_after_the_final_dot_is_uncertain_under_TLS_too()
    {
        await using var server = Start(MailSecurity.StartTls);
        server.On(SmtpStep.Message, SmtpAnswer.Drop.ButTakeIt());
        await using var transport = server.Transport(options => Encrypt(options, server, MailSecurity.StartTls));

        Assert.IsType<SendResult.Uncertain>(await transport.SendAsync(Token));

        Assert.Single(server.Mails);
    }

    [Theory]
    [InlineData(SmtpExtensions.Plain)]
    [InlineData(SmtpExtensions.Login)]
    [InlineData(SmtpExtensions.Plain | SmtpExtensions.Login)]
    public async Task User_and_password_log_in(SmtpExtensions mechanisms)
    {
        await using var server =
            ScriptedSmtpServer.Start(new SmtpServerSettings { Extensions = SmtpExtensions.Usual | mechanisms, RequiresLogin = true });
        await using var transport = server.Transport(options => LogIn(options, "password"));

        Assert.IsType<SendResult.Accepted>(await transport.SendAsync(Token));
    }

    [Fact]
    public async Task A_wrong_password_stops_after_one_attempt()
    {
        await using var server = ScriptedSmtpServer.Start(new SmtpServerSettings { Extensions = All });
        await using var transport = server.Transport(options => LogIn(options, "wrong"));

        var stopped = Assert.IsType<SendResult.Stopped>(await transport.SendAsync(Token));

        Assert.Equal(new SmtpReply(535, "5.7.8", "wrong user name or password"), stopped.Reply);
        Assert.Single(server.Commands, line => line.StartsWith("AUTH", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_login_refused_for_now_defers()
    {
        await using var server = ScriptedSmtpServer.Start(new SmtpServerSettings { Extensions = All });
        server.On(SmtpStep.Login, SmtpAnswer.Say(454, "4.7.0 temporary authentication failure"));
        await using var transport = server.Transport(options => LogIn(options, "password"));

        var deferred = Assert.IsType<SendResult.Deferred>(await transport.SendAsync(Token));

        Assert.Equal((454, DeferralScope.Relay), (deferred.Reply.Code, deferred.Scope));
        Assert.IsType<SendResult.Accepted>(await transport.SendAsync(Token));
    }

    [Fact]
    public async Task A_relay_that_offers_no_login_stops()
    {
        await using var server = ScriptedSmtpServer.Start();
        await using var transport = server.Transport(options => LogIn(options, "password"));

        Assert.IsType<SendResult.Stopped>(await transport.SendAsync(Token));
    }

    [Fact]
    public async Task A_token_goes_in_one_line()
    {
        await using var server =
            ScriptedSmtpServer.Start(new SmtpServerSettings { Extensions = All, Password = "token-1", RequiresLogin = true });
        await using var transport = SmtpTransports.Create(WithToken(server), credential: new FixedToken("token-1"));

        Assert.IsType<SendResult.Accepted>(await transport.SendAsync(Token));

        var line = Convert.ToBase64String(Encoding.UTF8.GetBytes("user=user\u0001auth=Bearer token-1\u0001\u0001"));
        Assert.Contains($"AUTH XOAUTH2 {line}", server.Commands);
    }

    [Fact]
    public async Task A_refused_token_stops_with_the_relays_last_word()
    {
        await using var server = ScriptedSmtpServer.Start(new SmtpServerSettings { Extensions = All, Password = "token-1" });
        await using var transport = SmtpTransports.Create(WithToken(server), credential: new FixedToken("old"));

        Assert.Equal(535, Assert.IsType<SendResult.Stopped>(await transport.SendAsync(Token)).Reply.Code);
    }

    [Fact]
    public async Task A_token_that_cannot_be_had_stops()
    {
        await using var server = ScriptedSmtpServer.Start(new SmtpServerSettings { Extensions = All });
        await using var transport = SmtpTransports.Create(WithToken(server), credential: new FixedToken(null));

        Assert.Contains(
            "wrong secret", Assert.IsType<SendResult.Stopped>(await transport.SendAsync(Token)).Reply.Words, StringComparison.Ordinal);
    }

    private static ScriptedSmtpServer Start(MailSecurity security) => ScriptedSmtpServer.Start(new SmtpServerSettings
    {
        Extensions = All,
        Certificate = SmtpCertificate.Create(),
        ImplicitTls = security == MailSecurity.Tls,
    });

    private static void Encrypt(MailOptions options, ScriptedSmtpServer server, MailSecurity security)
    {
        options.Security = security;
        options.Fingerprint = server.Certificate!.GetCertHashString(HashAlgorithmName.SHA256);
    }

    private static void LogIn(MailOptions options, string password) =>
        (options.Authentication, options.User, options.Password) = (MailAuthentication.Login, "user", password);

    private static MailOptions WithToken(ScriptedSmtpServer server)
    {
        var options = server.MailOptions();
        (options.Authentication, options.User) = (MailAuthentication.XOAuth2, "user");
        return options;
    }

    private sealed class FixedToken(string? token) : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            token is null ? throw new AuthenticationFailedException("wrong secret") : new(token, DateTimeOffset.MaxValue);

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            new(GetToken(requestContext, cancellationToken));
    }
}
