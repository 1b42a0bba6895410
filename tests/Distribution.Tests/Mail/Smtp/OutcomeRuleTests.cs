using Distribution.Mail.Smtp;

namespace Distribution.Tests.Mail.Smtp;

public sealed class OutcomeRuleTests
{
    [Theory]
    [InlineData("Hello", 421, "4.3.2 shutting down", "Relay")]
    [InlineData("Hello", 421, "too many connections from you", "Rate")]
    [InlineData("Hello", 454, "4.7.0 TLS not available", "Relay")]
    [InlineData("Login", 454, "4.7.0 temporary authentication failure", "Relay")]
    [InlineData("Login", 432, "4.7.12 password transition needed", "Relay")]
    [InlineData("Sender", 421, "4.3.2 shutting down", "Relay")]
    [InlineData("Sender", 450, "4.7.1 not now", "Relay")]
    [InlineData("Sender", 451, "4.3.0 local error", "Relay")]
    [InlineData("Sender", 452, "4.3.1 out of storage", "Relay")]
    [InlineData("Sender", 450, "4.5.127 Excessive message rate from sender", "Rate")]
    [InlineData("Recipient", 421, "4.3.2 shutting down", "Relay")]
    [InlineData("Recipient", 450, "4.2.0 Greylisted, try again in 300 seconds", "Recipient")]
    [InlineData("Recipient", 450, "mailbox busy", "Recipient")]
    [InlineData("Recipient", 451, "4.7.1 Greylisting in action", "Recipient")]
    [InlineData("Recipient", 451, "4.3.0 lookup failed", "Relay")]
    [InlineData("Recipient", 452, "4.2.2 mailbox over quota", "Recipient")]
    [InlineData("Recipient", 452, "4.3.1 out of storage", "Relay")]
    [InlineData("Recipient", 421, "4.7.0 too many messages, slow down", "Rate")]
    [InlineData("Recipient", 452, "<full@example.org> Quota exceeded (mailbox for user is full)", "Recipient")]
    [InlineData("Answer", 452, "Quota exceeded (mailbox for user is full)", "Recipient")]
    [InlineData("Recipient", 552, "5.2.2 mailbox full", "Recipient")]
    [InlineData("Recipient", 552, "too many recipients", "Recipient")]
    [InlineData("Data", 451, "4.3.0 local error", "Relay")]
    [InlineData("Data", 421, "4.3.2 shutting down", "Relay")]
    [InlineData("Answer", 421, "4.3.2 shutting down", "Relay")]
    [InlineData("Answer", 450, "4.7.1 Greylisted", "Recipient")]
    [InlineData("Answer", 451, "4.3.0 queue file write error", "Relay")]
    [InlineData("Answer", 452, "4.3.1 out of storage", "Relay")]
    [InlineData("Answer", 454, "Throttling failure: maximum sending rate exceeded", "Rate")]
    public void A_temporary_refusal_defers(string phase, int code, string text, string scope)
    {
        var result = Assert.IsType<SendResult.Deferred>(Get(phase, code, text));

        Assert.Equal((code, scope), (result.Reply.Code, result.Scope.ToString()));
    }

    [Theory]
    [InlineData("4.7.1 rate limited, slow down", true)]
    [InlineData("Throttling failure", true)]
    [InlineData("too many messages for this recipient", true)]
    [InlineData("4.2.2 over quota", false)]
    [InlineData("Quota exceeded (mailbox for user is full)", false)]
    [InlineData("4.7.1 Greylisted", false)]
    public void A_limit_in_a_reply_to_one_recipient_is_theirs_and_may_be_ours(string text, bool mayBeRate)
    {
        var result = Assert.IsType<SendResult.Deferred>(Get("Recipient", 450, text));

        Assert.Equal((DeferralScope.Recipient, mayBeRate), (result.Scope, result.MayBeRate));
    }

    [Theory]
    [InlineData("Sender", 552, "5.3.4 message too big for the system")]
    [InlineData("Sender", 552, "size limit")]
    [InlineData("Recipient", 550, "5.1.1 no such user")]
    [InlineData("Recipient", 550, "no such user")]
    [InlineData("Recipient", 551, "5.1.6 user has moved")]
    [InlineData("Recipient", 552, "5.3.4 message too big for this mailbox")]
    [InlineData("Recipient", 553, "5.1.3 not a mailbox")]
    [InlineData("Recipient", 554, "5.7.1 we take nothing from you for this person")]
    [InlineData("Recipient", 556, "5.1.10 domain takes no mail")]
    [InlineData("Recipient", 501, "5.1.3 bad address syntax")]
    [InlineData("Data", 554, "5.5.1 no valid recipients")]
    [InlineData("Answer", 550, "5.7.1 looks like spam")]
    [InlineData("Answer", 552, "5.3.4 too large")]
    [InlineData("Answer", 554, "5.6.0 bad content")]
    public void A_permanent_refusal_of_the_recipient_or_the_mail_refuses(string phase, int code, string text) =>
        Assert.Equal(code, Assert.IsType<SendResult.Refused>(Get(phase, code, text)).Reply.Code);

    [Theory]
    [InlineData("Hello", 554, "5.7.1 your address is blocked")]
    [InlineData("Hello", 550, "who are you")]
    [InlineData("Login", 535, "5.7.8 wrong password")]
    [InlineData("Login", 534, "5.7.9 mechanism too weak")]
    [InlineData("Login", 538, "5.7.11 encryption required")]
    [InlineData("Sender", 530, "5.7.0 authentication required")]
    [InlineData("Sender", 550, "5.7.1 sender refused")]
    [InlineData("Sender", 553, "5.1.8 sender domain unknown")]
    [InlineData("Sender", 501, "5.1.7 bad sender address")]
    [InlineData("Sender", 555, "5.5.4 parameter unknown")]
    [InlineData("Recipient", 503, "5.5.1 need MAIL")]
    [InlineData("Recipient", 504, "5.5.2 HELO rejected: need a full host name")]
    [InlineData("Recipient", 530, "5.7.57 client not authenticated to send mail")]
    [InlineData("Recipient", 553, "5.1.8 sender address rejected")]
    [InlineData("Answer", 550, "5.7.60 client may not send as this sender")]
    [InlineData("Answer", 530, "5.7.0 authentication required")]
    public void A_fault_of_ours_stops_and_no_recipient_pays(string phase, int code, string text) =>
        Assert.Equal(code, Assert.IsType<SendResult.Stopped>(Get(phase, code, text)).Reply.Code);

    [Theory]
    [InlineData("Recipient", 550, "5.7.1 Unable to relay")]
    [InlineData("Recipient", 554, "5.7.1 <a@example.org>: Relay access denied")]
    [InlineData("Recipient", 550, "relaying not permitted")]
    [InlineData("Recipient", 554, "5.7.1 Client host rejected: Access denied")]
    [InlineData("Recipient", 550, "5.7.54 Unable to relay recipient in non-accepted domain")]
    [InlineData("Answer", 550, "relaying denied")]
    public void No_right_to_relay_is_put_down_to_the_recipient_until_the_next_one_hears_it_too(string phase, int code, string text)
    {
        var result = Assert.IsType<SendResult.Deferred>(Get(phase, code, text));

        Assert.Equal((code, DeferralScope.Recipient, true), (result.Reply.Code, result.Scope, result.MayBeOurs));
    }

    [Theory]
    [InlineData(250, "2.0.0 taken")]
    [InlineData(251, "2.1.5 forwarded")]
    public void Any_yes_after_the_final_dot_accepts(int code, string text)
    {
        var result = Assert.IsType<SendResult.Accepted>(Get("Answer", code, text));

        Assert.Equal((code, "relay/1"), (result.Reply.Code, result.Connection));
    }

    [Theory]
    [InlineData(354)]
    [InlineData(334)]
    [InlineData(199)]
    [InlineData(999)]
    public void An_answer_that_makes_no_sense_after_the_final_dot_is_uncertain(int code) => Assert.IsType<SendResult.Uncertain>(Get("Answer", code, "what"));

    [Theory]
    [InlineData("Hello", 354)]
    [InlineData("Data", 250)]
    public void An_answer_that_makes_no_sense_before_it_defers(string phase, int code) => Assert.IsType<SendResult.Deferred>(Get(phase, code, "what"));

    private static SendResult Get(string phase, int code, string text) =>
        OutcomeRule.Judge(Enum.Parse<SmtpPhase>(phase), SmtpReply.Parse(code, text), "relay/1");
}
