using Distribution.Mail.Smtp;

namespace Distribution.Tests.Mail.Smtp;

public sealed class RelayDoubtTests
{
    /// <summary>
    /// Answers in their order, recipient and answer: + accepted, ? relaying denied, % too many, - refused, ~ deferred; then what they come to:
    /// ! stopped, # all mail rests.
    /// </summary>
    [Theory]
    [InlineData("a?", "a?")]
    [InlineData("a? b?", "a? b!")]
    [InlineData("a? b? c?", "a? b! c!")]
    [InlineData("a? a?", "a? a?")]
    [InlineData("a? a? b?", "a? a? b!")]
    [InlineData("a? b+ c?", "a? b+ c?")]
    [InlineData("a+ b? c+ d? e?", "a+ b? c+ d? e!")]
    [InlineData("a? b- c?", "a? b- c!")]
    [InlineData("a? b~ c?", "a? b~ c!")]
    [InlineData("a% a% a% a%", "a% a% a% a%")]
    [InlineData("a% b% c%", "a% b% c#")]
    [InlineData("a% b% a% b%", "a% b% a% b%")]
    [InlineData("a% b+ c% d%", "a% b+ c% d%")]
    [InlineData("a% b% c% d% e% f%", "a% b% c# d% e% f#")]
    [InlineData("a% b? c% d%", "a% b? c% d#")]
    public void Several_recipients_in_a_row_are_our_fault_and_one_is_theirs(string answers, string expected)
    {
        var doubt = RelayDoubt.None;
        List<string> results = [];
        foreach (var answer in answers.Split(' '))
        {
            (doubt, var result) = doubt.After(answer[..1], Get(answer[1]));
            results.Add($"{answer[0]}{Sign(result)}");
        }

        Assert.Equal(expected, string.Join(' ', results));
    }

    private static SendResult Get(char sign) => sign switch
    {
        '+' => new SendResult.Accepted(SmtpReply.Parse(250, "2.0.0 taken"), "relay/1"),
        '-' => new SendResult.Refused(SmtpReply.Parse(550, "5.1.1 unknown")),
        '?' => OutcomeRule.Judge(SmtpPhase.Recipient, SmtpReply.Parse(550, "relaying denied"), "relay/1"),
        '%' => OutcomeRule.Judge(SmtpPhase.Recipient, SmtpReply.Parse(452, "too many messages"), "relay/1"),
        _ => new SendResult.Deferred(SmtpReply.Parse(450, "4.2.0 later"), DeferralScope.Recipient),
    };

    private static char Sign(SendResult result) => result switch
    {
        SendResult.Accepted => '+',
        SendResult.Refused => '-',
        SendResult.Stopped => '!',
        SendResult.Deferred { MayBeOurs: true } => '?',
        SendResult.Deferred { Scope: DeferralScope.Rate } => '#',
        SendResult.Deferred { MayBeRate: true } => '%',
        _ => '~',
    };
}
