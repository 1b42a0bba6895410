using Distribution.Mail.Headers;

namespace Distribution.Tests.Mail.Headers;

public sealed class UnsubscribeSubjectTests
{
    [Theory]
    [InlineData("unsubscribe AbC-_9")]
    [InlineData("Unsubscribe AbC-_9")]
    [InlineData("  UNSUBSCRIBE \t AbC-_9 ")]
    [InlineData("unsubscribe\r\n AbC-_9")]
    public void The_word_and_the_token_unsubscribe(string subject) => Assert.Equal("AbC-_9", UnsubscribeSubject.TokenIn(subject));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("unsubscribe ")]
    [InlineData("AbC-_9")]
    [InlineData("unsubscribeAbC-_9")]
    [InlineData("Re: unsubscribe AbC-_9")]
    [InlineData("Fwd: unsubscribe AbC-_9")]
    [InlineData("Automatic reply: unsubscribe AbC-_9")]
    [InlineData("unsubscribe AbC-_9 (out of office)")]
    [InlineData("quit AbC-_9")]
    public void Anything_before_between_or_after_them_does_not(string? subject) => Assert.Null(UnsubscribeSubject.TokenIn(subject));
}
