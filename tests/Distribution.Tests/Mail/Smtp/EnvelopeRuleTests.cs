using Distribution.Mail.Smtp;
using MimeKit;

namespace Distribution.Tests.Mail.Smtp;

public sealed class EnvelopeRuleTests
{
    private static readonly MailboxAddress Press = new("", "press@example.org");

    [Theory]
    [InlineData("reader@example.org")]
    [InlineData("o'reader+news@example.org")]
    [InlineData("\"odd name\"@example.org")]
    [InlineData("reader@münchen.example")]
    [InlineData("reader@xn--mnchen-3ya.example")]
    public void An_ASCII_name_goes_to_any_relay(string address) => Assert.Null(Get(address, takesUtf8: false));

    [Fact]
    public void A_name_outside_ASCII_goes_to_a_relay_that_takes_it() => Assert.Null(Get("jürgen@example.org", takesUtf8: true));

    [Fact]
    public void A_name_outside_ASCII_is_refused_by_us_where_the_relay_does_not_take_it()
    {
        var refused = Assert.IsType<SendResult.Refused>(Get("jürgen@example.org", takesUtf8: false));

        Assert.True(refused.Reply.IsOurs);
        Assert.Contains("RFC 6531", refused.Reply.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void A_sender_outside_ASCII_stops_instead() =>
        Assert.IsType<SendResult.Stopped>(EnvelopeRule.Objection(new MailboxAddress("", "prensa-ñ@example.org"), Press, takesUtf8: false));

    [Theory]
    [InlineData("viewer")]
    [InlineData("")]
    public void An_address_that_is_none_is_refused(string address) => Assert.IsType<SendResult.Refused>(Get(address, takesUtf8: true));

    [Theory]
    [InlineData("a", 242, true)]
    [InlineData("a", 243, false)]
    [InlineData("é", 121, true)]
    [InlineData("é", 122, false)]
    [InlineData("新", 80, true)]
    [InlineData("新", 81, false)]
    public void An_address_has_at_most_254_octets_in_UTF_8(string letter, int count, bool isSent)
    {
        var objection = Get(string.Concat(Enumerable.Repeat(letter, count)) + "@example.org", takesUtf8: true);

        if (isSent) Assert.Null(objection);
        else Assert.Contains("254 octets", Assert.IsType<SendResult.Refused>(objection).Reply.Words, StringComparison.Ordinal);
    }

    private static SendResult? Get(string address, bool takesUtf8) =>
        EnvelopeRule.Objection(Press, new MailboxAddress("", address), takesUtf8);
}
