using System.Net.Sockets;
using Azure;
using Azure.Identity;
using Distribution.Mail.Smtp;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;

namespace Distribution.Tests.Mail.Smtp;

public sealed class FaultRuleTests
{
    public static TheoryData<Exception> Losses { get; } =
    [
        new IOException("reset"), new SocketException((int)SocketError.ConnectionRefused),
        new SmtpProtocolException("unexpectedly disconnected"),
    ];

    [Theory]
    [MemberData(nameof(Losses))]
    public void A_connection_lost_before_the_final_dot_defers_for_the_whole_relay(Exception loss)
    {
        foreach (var phase in Enum.GetValues<SmtpPhase>().Where(phase => phase < SmtpPhase.Answer))
            Assert.Equal(DeferralScope.Relay, Assert.IsType<SendResult.Deferred>(Get(phase, loss)).Scope);
    }

    [Theory]
    [MemberData(nameof(Losses))]
    public void A_connection_lost_after_the_final_dot_is_uncertain(Exception loss) =>
        Assert.IsType<SendResult.Uncertain>(Get(SmtpPhase.Answer, loss));

    [Fact]
    public void A_cancellation_after_the_final_dot_is_uncertain() =>
        Assert.IsType<SendResult.Uncertain>(Get(SmtpPhase.Answer, new OperationCanceledException()));

    [Fact]
    public void Even_a_bug_after_the_final_dot_is_uncertain() =>
        Assert.IsType<SendResult.Uncertain>(Get(SmtpPhase.Answer, new InvalidOperationException()));

    [Fact]
    public void A_cancellation_or_a_bug_before_it_is_nobodys_answer()
    {
        Assert.Null(Get(SmtpPhase.Data, new OperationCanceledException()));
        Assert.Null(Get(SmtpPhase.Data, new InvalidOperationException()));
    }

    [Fact]
    public void A_reply_counts_even_after_the_final_dot()
    {
        var refusal = new SmtpCommandException(SmtpErrorCode.MessageNotAccepted, SmtpStatusCode.TransactionFailed, "5.6.0 no");

        Assert.Equal(new SmtpReply(554, "5.6.0", "no"), Assert.IsType<SendResult.Refused>(Get(SmtpPhase.Answer, refusal)).Reply);
    }

    [Fact]
    public void A_login_asked_for_stops() =>
        Assert.IsType<SendResult.Stopped>(Get(SmtpPhase.Sender, new ServiceNotAuthenticatedException("5.7.0 log in first")));

    [Theory]
    [InlineData(535, "5.7.8 wrong password", typeof(SendResult.Stopped))]
    [InlineData(454, "4.7.0 try again", typeof(SendResult.Deferred))]
    public void A_refused_login_is_judged_by_the_relays_code(int code, string text, Type expected) =>
        Assert.IsType(expected, FaultRule.Judge(SmtpPhase.Login, new AuthenticationException(), SmtpReply.Parse(code, text), "relay/1"));

    [Fact]
    public void A_certificate_that_is_not_trusted_stops() =>
        Assert.IsType<SendResult.Stopped>(
            Get(SmtpPhase.Hello, new SslHandshakeException("no", new System.Security.Authentication.AuthenticationException("untrusted"))));

    [Fact]
    public void A_connection_lost_in_the_handshake_defers() =>
        Assert.IsType<SendResult.Deferred>(Get(SmtpPhase.Hello, new SslHandshakeException("no", new IOException("gone"))));

    [Fact]
    public void A_missing_STARTTLS_stops() =>
        Assert.IsType<SendResult.Stopped>(Get(SmtpPhase.Hello, new NotSupportedException("no STARTTLS")));

    [Fact]
    public void A_refused_token_stops() =>
        Assert.IsType<SendResult.Stopped>(Get(SmtpPhase.Login, new AuthenticationFailedException("wrong secret")));

    [Fact]
    public void An_identity_service_that_is_away_defers()
    {
        Assert.IsType<SendResult.Deferred>(Get(SmtpPhase.Login, new AuthenticationFailedException("no", new HttpRequestException("down"))));
        Assert.IsType<SendResult.Deferred>(
            Get(SmtpPhase.Login, new AuthenticationFailedException("no", new RequestFailedException(503, "busy"))));
    }

    private static SendResult? Get(SmtpPhase phase, Exception fault) => FaultRule.Judge(phase, fault, last: null, "relay/1");
}
