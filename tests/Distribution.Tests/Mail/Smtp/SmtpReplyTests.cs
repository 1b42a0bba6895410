using Distribution.Mail.Smtp;

namespace Distribution.Tests.Mail.Smtp;

public sealed class SmtpReplyTests
{
    [Theory]
    [InlineData(250, "2.0.0 taken as 12", "2.0.0", "taken as 12")]
    [InlineData(550, "5.1.1 no such user", "5.1.1", "no such user")]
    [InlineData(550, "5.7.1 first line\n5.7.1 second line", "5.7.1", "first line second line")]
    [InlineData(451, "4.7.500", "4.7.500", "")]
    [InlineData(550, "no such user", null, "no such user")]
    [InlineData(450, "5.1.1 class and code disagree", null, "5.1.1 class and code disagree")]
    [InlineData(550, "5.1.1.1 is no code", null, "5.1.1.1 is no code")]
    [InlineData(250, "", null, "")]
    [InlineData(550, "tab\tand\u0007bell", null, "tab and bell")]
    public void The_enhanced_code_is_told_from_the_words(int code, string text, string? enhanced, string words) =>
        Assert.Equal(new SmtpReply(code, enhanced, words), SmtpReply.Parse(code, text));

    [Fact]
    public void Long_words_are_cut() => Assert.Equal(500, SmtpReply.Parse(550, new string('x', 3000)).Words.Length);

    [Fact]
    public void A_reply_reads_like_the_relay_wrote_it() =>
        Assert.Equal("550 5.1.1 no such user", SmtpReply.Parse(550, "5.1.1 no such user").ToString());

    [Fact]
    public void Our_own_words_have_no_code()
    {
        var reply = SmtpReply.Ours("not sent");

        Assert.True(reply.IsOurs);
        Assert.Equal("not sent", reply.ToString());
    }
}
