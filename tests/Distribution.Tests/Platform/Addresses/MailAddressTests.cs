using Distribution.Platform.Addresses;

namespace Distribution.Tests.Platform.Addresses;

public sealed class MailAddressTests
{
    [Theory]
    [InlineData("rosa@example.org", "rosa@example.org")]
    [InlineData("  Rosa.Nunez@Example.ORG ", "Rosa.Nunez@example.org")]
    [InlineData("rosa+news@press.example.org", "rosa+news@press.example.org")]
    [InlineData("rosa@münchen.example", "rosa@xn--mnchen-3ya.example")]
    [InlineData("josé@example.org", "josé@example.org")]
    public void An_address_is_kept_with_its_domain_in_ASCII(string text, string expected) =>
        Assert.Equal(expected, MailAddress.Parse(text)?.ToString());

    [Theory]
    [InlineData("rosa@münchen.example")]
    [InlineData("josé@例え.example")]
    [InlineData("rosa@xn--mnchen-3ya.example")]
    public void What_is_kept_is_read_as_itself(string text)
    {
        var kept = MailAddress.Parse(text)!.ToString();
        Assert.Equal(kept, MailAddress.Parse(kept)?.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("rosa")]
    [InlineData("@example.org")]
    [InlineData("rosa@")]
    [InlineData("rosa@localhost")]
    [InlineData("Rosa <rosa@example.org>")]
    [InlineData("rosa@example.org, li@example.org")]
    [InlineData("rosa@example.org\r\nBcc: li@example.org")]
    [InlineData("rosa@exam ple.org")]
    [InlineData("<rosa@example.org>")]
    [InlineData("rosa@example.org (Rosa)")]
    [InlineData("rosa@[127.0.0.1]")]
    [InlineData("rosa@-example.org")]
    public void What_is_not_a_bare_address_is_refused(string? text) => Assert.Null(MailAddress.Parse(text));

    [Fact]
    public void Letter_case_makes_no_second_person() =>
        Assert.Equal(MailAddress.Parse("Rosa@Example.org")!.Key, MailAddress.Parse("rosa@example.ORG")!.Key);

    [Theory]
    [InlineData("ΝΊΚΟΣ@example.org", "νίκος@example.org")]
    [InlineData("JOSÉ@example.org", "jose\u0301@example.org")]
    [InlineData("Ꭰ@example.org", "ꭰ@example.org")]
    public void Nor_does_it_in_other_scripts(string text, string other) =>
        Assert.Equal(MailAddress.Parse(text)!.Key, MailAddress.Parse(other)!.Key);

    [Theory]
    [InlineData("𐐨𐐩@example.org", "𐐨…@example.org")]
    [InlineData("é@example.org", "é…@example.org")]
    public void A_masked_address_begins_with_a_whole_letter(string text, string expected) =>
        Assert.Equal(expected, MailAddress.Parse(text)!.Masked);

    [Fact]
    public void A_masked_address_is_recognised_only_by_who_knows_it() =>
        Assert.Equal("r…@example.org", MailAddress.Parse("rosa@example.org")!.Masked);
}
