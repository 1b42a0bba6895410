using Distribution.Mail.Smtp;

namespace Distribution.Tests.Mail.Smtp;

public sealed class RelayDoubtTests
{
    /// <summary>
    /// Answers in their order, recipient and answer: + accepted, ? relaying denied, - refused, ~ deferred; then what they come to: !
    /// stopped.
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
    public void Two_recipients_in_a_row_are_our_fault_and_one_is_theirs(string answers, string expected)
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
        _ => new SendResult.Deferred(SmtpReply.Parse(450, "4.2.0 later"), DeferralScope.Recipient),
    };

    private static char Sign(SendResult result) => result switch
    {
        SendResult.Accepted => '+',
        SendResult.Refused => '-',
        SendResult.Stopped => '!',
        SendResult.Deferred { MayBeOurs: true } => '?',
        _ => '~',
    };
}
