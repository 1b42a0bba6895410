using Distribution.Audiences.Suppressions;
using Distribution.Platform.Addresses;

namespace Distribution.Tests.Audiences.Suppressions;

public sealed class RedactionTests
{
    [Theory]
    [InlineData("<rosa.diaz@example.org>: Recipient address rejected: unknown", "<…>: Recipient address rejected: unknown")]
    [InlineData("Rosa.Diaz@EXAMPLE.org... User unknown", "… User unknown")]
    [InlineData("user rosa.diaz does not exist", "user … does not exist")]
    [InlineData("no mailbox ROSA.DIAZ here", "no mailbox … here")]
    [InlineData("forwarded to other@example.net, unknown", "forwarded to …, unknown")]
    [InlineData("bounce=rosa.diaz=example.org", "bounce=…=example.org")]
    [InlineData("the words were cut off within <rosa.di", "the words were cut off within <…")]
    [InlineData("the words were cut off within <rosa.diaz@exam", "the words were cut off within <…")]
    [InlineData("No such user", "No such user")]
    [InlineData("", "")]
    public void No_address_is_left(string words, string expected) =>
        Assert.Equal(expected, Redaction.Redact(words, MailAddress.Parse("rosa.diaz@example.org")!));

    [Theory]
    [InlineData("a+b*c@example.org", "a+b*c unknown", "… unknown")]
    [InlineData("no@example.org", "nobody knows no such user", "nobody knows … such user")]
    public void Names_are_words_and_not_patterns(string address, string words, string expected) =>
        Assert.Equal(expected, Redaction.Redact(words, MailAddress.Parse(address)!));
}
