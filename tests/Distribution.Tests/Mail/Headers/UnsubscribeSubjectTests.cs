using Distribution.Mail.Headers;

namespace Distribution.Tests.Mail.Headers;

public sealed class UnsubscribeSubjectTests
{
    [Theory]
    [InlineData("leave AbC-_9")]
    [InlineData("Leave AbC-_9")]
    [InlineData("  LEAVE \t AbC-_9 ")]
    [InlineData("leave\r\n AbC-_9")]
    public void The_word_and_the_token_unsubscribe(string subject) => Assert.Equal("AbC-_9", UnsubscribeSubject.TokenIn(subject));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("unsubscribe")]
    [InlineData("AbC-_9")]
    [InlineData("leaveAbC-_9")]
    [InlineData("Re: leave AbC-_9")]
    [InlineData("Fwd: leave AbC-_9")]
    [InlineData("Automatic reply: leave AbC-_9")]
    [InlineData("leave AbC-_9 (out of office)")]
    [InlineData("unsubscribe AbC-_9")]
    public void Anything_before_between_or_after_them_does_not(string? subject) => Assert.Null(UnsubscribeSubject.TokenIn(subject));
}
