using System.Globalization;
using Distribution.Platform.Addresses;

namespace Distribution.Tests.Platform.Addresses;

public sealed class AddressRuleTests
{
    [Theory]
    [InlineData("rosa@example.org", "rosa@example.org")]
    [InlineData(" rosa@example.org\r\n", "rosa@example.org")]
    [InlineData("Rosa.Nunez@Example.ORG", "Rosa.Nunez@example.org")]
    [InlineData("rosa+news@press.example.org", "rosa+news@press.example.org")]
    [InlineData("o'brien@example.org", "o'brien@example.org")]
    [InlineData("!#$%&'*+-/=?^_`{|}~@example.org", "!#$%&'*+-/=?^_`{|}~@example.org")]
    [InlineData("r@e.example", "r@e.example")]
    [InlineData("7@7.example", "7@7.example")]
    [InlineData("josé@example.org", "josé@example.org")]
    [InlineData("jose\u0301@example.org", "josé@example.org")]
    [InlineData("ローザ@例え.example", "ローザ@xn--r8jz45g.example")]
    [InlineData("роза@пример.example", "роза@xn--e1afmkfd.example")]
    [InlineData("น้ำ@example.org", "น้ำ@example.org")]
    [InlineData("և@example.org", "և@example.org")]
    [InlineData("rosa@MÜNCHEN.example", "rosa@xn--mnchen-3ya.example")]
    [InlineData("rosa@mu\u0308nchen.example", "rosa@xn--mnchen-3ya.example")]
    [InlineData("rosa@straße.example", "rosa@xn--strae-oqa.example")]
    [InlineData("rosa@XN--MNCHEN-3YA.example", "rosa@xn--mnchen-3ya.example")]
    [InlineData("rosa@موقع.example", "rosa@xn--4gbrim.example")]
    [InlineData("rosa@r3---x.example.com", "rosa@r3---x.example.com")]
    public void It_is_taken(string text, string expected) => Assert.Equal(expected, Accept(text).Address.ToString());

    [Theory]
    [InlineData("example.museum", "example.museum")]
    [InlineData("example.xn--p1ai", "example.xn--p1ai")]
    [InlineData("example.рф", "example.xn--p1ai")]
    [InlineData("example.c0m", null)]
    [InlineData("example.local", null)]
    [InlineData("example.onion", null)]
    [InlineData("example.alt", null)]
    public void Its_domain_ends_as_domains_do(string domain, string? expected) =>
        Assert.Equal(expected, (AddressRule.Check($"rosa@{domain}") as AddressCheck.Accepted)?.Address.Domain);

    [Theory]
    [InlineData(null, AddressFault.Empty)]
    [InlineData("", AddressFault.Empty)]
    [InlineData(" \t\r\n", AddressFault.Empty)]
    [InlineData("rosa", AddressFault.NoAt)]
    [InlineData("example.org", AddressFault.NoAt)]
    [InlineData("rosa at example.org", AddressFault.NoAt, "rosa@example.org")]
    [InlineData("rosa[at]example[dot]org", AddressFault.NoAt, "rosa@example.org")]
    [InlineData("rosa (arroba) example.org", AddressFault.NoAt, "rosa@example.org")]
    [InlineData("rosa@@example.org", AddressFault.TwoAts, "rosa@example.org")]
    [InlineData("rosa@press@example.org", AddressFault.TwoAts)]
    [InlineData("@example.org", AddressFault.NothingBeforeAt)]
    [InlineData("@", AddressFault.NothingBeforeAt)]
    [InlineData("rosa@", AddressFault.NothingAfterAt)]
    [InlineData("rosa@example.org, li@example.org", AddressFault.SeveralAddresses)]
    [InlineData("rosa@example.org;li@example.org;", AddressFault.SeveralAddresses)]
    [InlineData("rosa@example.org li@example.org", AddressFault.SeveralAddresses)]
    [InlineData("rosa@example.org / li@example.org", AddressFault.SeveralAddresses)]
    [InlineData("'rosa@example.org', 'li@example.org'", AddressFault.SeveralAddresses)]
    [InlineData("Rosa <rosa@example.org>, Li <li@example.org>", AddressFault.SeveralAddresses)]
    [InlineData("Rosa <rosa@example.org>", AddressFault.DisplayName, "rosa@example.org")]
    [InlineData("\"Núñez, Rosa\" <rosa@example.org>", AddressFault.DisplayName, "rosa@example.org")]
    [InlineData("rosa@example.org <rosa@example.org>", AddressFault.DisplayName, "rosa@example.org")]
    [InlineData("Rosa @ The Daily <rosa@example.org>", AddressFault.DisplayName, "rosa@example.org")]
    [InlineData("Rosa <rosa@localhost>", AddressFault.DisplayName)]
    [InlineData("<rosa@example.org>", AddressFault.Wrapped, "rosa@example.org")]
    [InlineData("\"rosa@example.org\"", AddressFault.Wrapped, "rosa@example.org")]
    [InlineData("'rosa@example.org'", AddressFault.Wrapped, "rosa@example.org")]
    [InlineData("«rosa@example.org»", AddressFault.Wrapped, "rosa@example.org")]
    [InlineData("[rosa@example.org]", AddressFault.Wrapped, "rosa@example.org")]
    [InlineData("mailto:rosa@example.org", AddressFault.MailtoPrefix, "rosa@example.org")]
    [InlineData("MAILTO:rosa@example.org?subject=News", AddressFault.MailtoPrefix, "rosa@example.org")]
    [InlineData("<mailto:rosa@example.org>;", AddressFault.TrailingSeparator, "rosa@example.org")]
    [InlineData("rosa@example.org,", AddressFault.TrailingSeparator, "rosa@example.org")]
    [InlineData("rosa@example.org;", AddressFault.TrailingSeparator, "rosa@example.org")]
    [InlineData("rosa@example.org (Rosa)", AddressFault.Comment, "rosa@example.org")]
    [InlineData("(Rosa) rosa@example.org", AddressFault.Comment, "rosa@example.org")]
    [InlineData("rosa(editor)@example.org", AddressFault.Comment, "rosa@example.org")]
    [InlineData("\"rosa\"@example.org", AddressFault.Quoted, "rosa@example.org")]
    [InlineData("\"rosa nunez\"@example.org", AddressFault.Quoted)]
    [InlineData("\"rosa@home\"@example.org", AddressFault.Quoted)]
    [InlineData("rosa.\"x\"@example.org", AddressFault.Quoted, "rosa.x@example.org")]
    [InlineData("rosa nunez@example.org", AddressFault.Blank)]
    [InlineData("rosa @example.org", AddressFault.Blank, "rosa@example.org")]
    [InlineData("rosa@ example. org", AddressFault.Blank, "rosa@example.org")]
    [InlineData("rosa@exam ple.org", AddressFault.Blank)]
    [InlineData(".rosa@example.org", AddressFault.LeadingDot, "rosa@example.org")]
    [InlineData("rosa@.example.org", AddressFault.LeadingDot, "rosa@example.org")]
    [InlineData("rosa.@example.org", AddressFault.TrailingDot, "rosa@example.org")]
    [InlineData("rosa@example.org.", AddressFault.TrailingDot, "rosa@example.org")]
    [InlineData("rosa..nunez@example.org", AddressFault.DoubleDot, "rosa.nunez@example.org")]
    [InlineData("rosa@example..org", AddressFault.DoubleDot, "rosa@example.org")]
    [InlineData("rosa:nunez@example.org", AddressFault.Character)]
    [InlineData("rosa\\nunez@example.org", AddressFault.Character)]
    [InlineData("o’brien@example.org", AddressFault.Character, "o'brien@example.org")]
    [InlineData("jean–luc@example.org", AddressFault.Character, "jean-luc@example.org")]
    [InlineData("rosa☎@example.org", AddressFault.Character)]
    [InlineData("rosa\uE000@example.org", AddressFault.Character)]
    [InlineData("rosa@example,org", AddressFault.Character, "rosa@example.org")]
    [InlineData("rosa@example.org:25", AddressFault.Character)]
    [InlineData("rosa@exa$mple.org", AddressFault.Character)]
    [InlineData("rosa@[127.0.0.1]", AddressFault.AddressLiteral)]
    [InlineData("rosa@[IPv6:::1]", AddressFault.AddressLiteral)]
    [InlineData("rosa@127.0.0.1", AddressFault.TopLevelDomain)]
    [InlineData("rosa@example", AddressFault.NoDotInDomain)]
    [InlineData("rosa@localhost", AddressFault.NoDotInDomain)]
    [InlineData("rosa@press_room.example", AddressFault.Underscore)]
    [InlineData("rosa@-example.org", AddressFault.Hyphen)]
    [InlineData("rosa@example-.org", AddressFault.Hyphen)]
    [InlineData("rosa@example.org-", AddressFault.Hyphen)]
    [InlineData("rosa@example.o", AddressFault.TopLevelDomain)]
    [InlineData("rosa@example.0rg", AddressFault.TopLevelDomain)]
    [InlineData("rosa@example.1", AddressFault.TopLevelDomain)]
    [InlineData("rosa@ex♥mple.example", AddressFault.InternationalDomain)]
    [InlineData("rosa@xn--i-7iq.example", AddressFault.InternationalDomain)]
    [InlineData("rosa@xn--.example", AddressFault.InternationalDomain)]
    [InlineData("rosa@xn--mnchen-3y.example", AddressFault.InternationalDomain)]
    [InlineData("rosa@xn--a.example", AddressFault.InternationalDomain)]
    [InlineData("rosa@\u0301x.example", AddressFault.InternationalDomain)]
    [InlineData("rosa@example.invalid", AddressFault.ReservedDomain)]
    [InlineData("rosa@mail.localhost", AddressFault.ReservedDomain)]
    [InlineData("rosa@example.TEST", AddressFault.ReservedDomain)]
    [InlineData("ｒｏｓａ＠ｅｘａｍｐｌｅ．ｏｒｇ", AddressFault.DecoratedLetter, "rosa@example.org")]
    [InlineData("rosa@例え。example", AddressFault.DecoratedLetter, "rosa@xn--r8jz45g.example")]
    [InlineData("o\uFB03ce@example.org", AddressFault.DecoratedLetter, "office@example.org")]
    [InlineData("𝐫𝐨𝐬𝐚@example.org", AddressFault.DecoratedLetter, "rosa@example.org")]
    public void It_is_refused_with_a_reason_and_perhaps_a_suggestion(string? text, AddressFault fault, string? suggestion = null)
    {
        var refused = Refuse(text);

        Assert.Equal((fault, suggestion), (refused.Fault, refused.Suggestion));
        Assert.EndsWith(".", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("200B", "zero width space")]
    [InlineData("200D", "zero width joiner")]
    [InlineData("FEFF", "byte order mark")]
    [InlineData("00AD", "soft hyphen")]
    [InlineData("00A0", "no-break space")]
    [InlineData("202E", "right-to-left override")]
    [InlineData("2066", "left-to-right isolate")]
    [InlineData("3164", "Hangul filler")]
    [InlineData("0009", "tab")]
    [InlineData("000D", "carriage return")]
    [InlineData("0000", "null")]
    public void An_invisible_character_is_named_wherever_it_stands(string code, string name)
    {
        var character = (char)int.Parse(code, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        Assert.All<string>([$"ro{character}sa@example.org", $"rosa@exa{character}mple.org", $"x{character}x"], text =>
        {
            var refused = Refuse(text);
            Assert.Equal(AddressFault.InvisibleCharacter, refused.Fault);
            Assert.Contains($"U+{code} ({name})", refused.Message, StringComparison.Ordinal);
        });
        Assert.Equal("rosa@example.org", Refuse($"ro{character}sa@example.org").Suggestion);
        Assert.Contains("at place 3,", Refuse($"ro{character}sa@example.org").Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_header_cannot_be_smuggled_in()
    {
        var refused = Refuse("rosa@example.org\r\nBcc: li@example.org");
        Assert.Equal((AddressFault.InvisibleCharacter, null), (refused.Fault, refused.Suggestion));
    }

    /// <summary>No theory, since attributes cannot hold them.</summary>
    [Fact]
    public void What_is_no_character_is_refused() => Assert.All(
        [
            "rosa\uD800@example.org",
            "rosa@\uDC00.example",
            "\uDC00\uD800",
            "rosa\uFFFE@example.org",
            "rosa\uFDD0@example.org",
            "rosa\uFFFD@example.org"
        ],
        text => Assert.Equal(AddressFault.BrokenText, Refuse(text).Fault));

    [Theory]
    [InlineData('a', 64, true)]
    [InlineData('a', 65, false)]
    [InlineData('é', 32, true)]
    [InlineData('é', 33, false)]
    [InlineData('例', 21, true)]
    [InlineData('例', 22, false)]
    public void Before_the_at_sign_are_64_octets_at_most(char letter, int count, bool taken)
    {
        var check = AddressRule.Check(new string(letter, count) + "@example.org");
        Assert.Equal(taken ? null : AddressFault.LocalPartTooLong, (check as AddressCheck.Refused)?.Fault);
    }

    [Theory]
    [InlineData("aa", 60, true)]
    [InlineData("aa", 61, false)]
    [InlineData("aaa", 60, false)]
    [InlineData("é", 60, true)]
    [InlineData("é", 61, false)]
    public void The_whole_has_254_octets_at_most(string local, int last, bool taken)
    {
        var label = new string('d', 60);
        var check = AddressRule.Check($"{local}@{label}.{label}.{label}.{new string('d', last)}.example");
        Assert.Equal(taken ? null : AddressFault.TooLong, (check as AddressCheck.Refused)?.Fault);
    }

    [Theory]
    [InlineData(63, null)]
    [InlineData(64, AddressFault.LabelTooLong)]
    public void Between_two_dots_are_63_octets_at_most(int count, AddressFault? fault) =>
        Assert.Equal(fault, (AddressRule.Check($"rosa@{new string('d', count)}.example") as AddressCheck.Refused)?.Fault);

    [Theory]
    [InlineData(55, null)]
    [InlineData(63, AddressFault.InternationalDomain)]
    public void That_counts_encoded(int count, AddressFault? fault) =>
        Assert.Equal(fault, (AddressRule.Check($"rosa@{new string('ü', count)}.example") as AddressCheck.Refused)?.Fault);

    [Fact]
    public void What_is_far_too_long_is_not_looked_at() => Assert.Equal(AddressFault.TooLong, Refuse(new string('<', 1_000_000)).Fault);

    [Theory]
    [InlineData("Rosa Núñez <rosa@example.org>", "Rosa Núñez", "rosa@example.org")]
    [InlineData("\"Núñez, Rosa\" <rosa@example.org>", "Núñez, Rosa", "rosa@example.org")]
    [InlineData("\"Rosa \\\"La Voz\\\" Núñez\" < rosa@example.org >", "Rosa \"La Voz\" Núñez", "rosa@example.org")]
    [InlineData("'Rosa' <rosa@example.org>", "Rosa", "rosa@example.org")]
    [InlineData("rosa@example.org (Rosa)", "Rosa", "rosa@example.org")]
    [InlineData("rosa@example.org <Rosa@example.org>", null, "Rosa@example.org")]
    [InlineData("\"\" <rosa@example.org>", null, "rosa@example.org")]
    [InlineData("<rosa@example.org>", null, "rosa@example.org")]
    [InlineData("rosa@example.org", null, "rosa@example.org")]
    [InlineData("Rosa\r\nNúñez\uFFFE <rosa@example.org>", "Rosa  Núñez", "rosa@example.org")]
    public void A_name_beside_an_address_comes_apart(string text, string? name, string address)
    {
        var accepted = Assert.IsType<AddressCheck.Accepted>(AddressRule.CheckNamed(text));
        Assert.Equal((name, address), (accepted.Name, accepted.Address.ToString()));
    }

    [Theory]
    [InlineData("Rosa <rosa@localhost>", AddressFault.NoDotInDomain)]
    [InlineData("Rosa <rosa>", AddressFault.NoAt)]
    [InlineData("Rosa <>", AddressFault.Empty)]
    [InlineData("Rosa", AddressFault.NoAt)]
    [InlineData("Rosa <rosa@example.org>, Li <li@example.org>", AddressFault.SeveralAddresses)]
    [InlineData("li@example.org <rosa@example.org>", AddressFault.SeveralAddresses)]
    public void The_address_beside_a_name_has_its_own_fault(string text, AddressFault fault) =>
        Assert.Equal(fault, Assert.IsType<AddressCheck.Refused>(AddressRule.CheckNamed(text)).Fault);

    private static AddressCheck.Accepted Accept(string? text) => Assert.IsType<AddressCheck.Accepted>(AddressRule.Check(text));

    private static AddressCheck.Refused Refuse(string? text) => Assert.IsType<AddressCheck.Refused>(AddressRule.Check(text));
}
