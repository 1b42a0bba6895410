using System.Text;
using Distribution.Mail.Smtp;
using Distribution.Platform.Addresses;
using FsCheck;
using FsCheck.Fluent;
using MimeKit;

namespace Distribution.Tests.Platform.Addresses;

/// <summary>Properties of every text. A failure names the text, made as short as it gets.</summary>
public sealed class AddressPropertyTests
{
    private static readonly MailboxAddress Press = new("", "press@example.org");

    /// <summary>Characters that have broken readers of addresses before.</summary>
    private static readonly string[] Nasty =
    [
        "@", ".", "..", "-", "_", "+", "'", "\"", "<", ">", "(", ")", "[", "]", ",", ";", ":", "\\", "/", "?", "#", "%", "=", " ", "\t", "\r\n", "\0", "\u007F",
        "mailto:", "xn--", "xn--mnchen-3ya", " at ", "İ", "ı", "ſ", "ß", "ẞ", "ς", "Σ", "Ω", "K", "é", "e\u0301", "\u0301", "\u0345", "\u0338", "ǰ", "ü", "例", "え",
        "م", "א", "٣", "नि", "\u094D", "น้ำ", "և", "\u1E9E", "ﬁ", "Ａ", "。", "．", "＠", "①", "℡", "ª", "𝐚", "😀", "\u200B", "\u200C", "\u200D", "\u00A0", "\u00AD",
        "\u202E", "\uFEFF", "\uFE0F", "\u3164", "\uE000", "\uFFFE", "\uFFFF", "\uD800", "\uDC00", "\U000E0041", "\u0378", "\U0001F1E6", "ꭰ", "Ꭰ", "ა", "Ა",
    ];

    private static readonly Gen<string> AnyText = ArbMap.Default.GeneratorFor<string>().Select(text => text ?? "");

    private static readonly Gen<string> AnyCharacter = Gen.Choose(0, char.MaxValue).Select(code => ((char)code).ToString());

    private static readonly Gen<string> Piece = Gen.OneOf(Gen.Elements(Nasty), Gen.Elements("rosa", "news", "a", "7", "Z", "example"), AnyCharacter, AnyText);

    private static readonly Gen<string> LocalPiece =
        Gen.Frequency(
            (6, Gen.Elements("rosa", "Rosa", ".x", "-", "+", "'", "é", "İ", "ß", "ς", "例", "é", "م", "น้ำ", "և", "ꭰ", "𐐨", "7")),
            (1, Gen.Elements(Nasty)),
            (1, AnyCharacter));

    private static readonly Gen<string> Label =
        Gen.Frequency(
            (6, Gen.Elements("example", "PRESS", "münchen", "straße", "例え", "موقع", "пример", "7", "r3---x", "xn--mnchen-3ya", "😀")),
            (1, Piece));

    private static readonly Gen<string> Domain =
        from labels in Label.NonEmptyListOf()
        from top in Gen.Elements("org", "example", "рф", "com")
        select string.Join('.', labels.Take(4).Append(top));

    private static readonly Gen<string> NearlyAddress =
        from local in LocalPiece.NonEmptyListOf()
        from domain in Domain
        select $"{string.Concat(local.Take(6))}@{domain}";

    private static readonly Arbitrary<string> Texts =
        Arb.From(Gen.Frequency((3, NearlyAddress), (2, Piece.ListOf().Select(string.Concat)), (1, AnyText)), Shorter);

    private static readonly Config Many = Config.QuickThrowOnFailure.WithMaxTest(5_000).WithQuietOnSuccess(true);

    [Fact]
    public void No_text_breaks_the_rule() => Hold(text =>
        AddressRule.CheckNamed(text) is not null && (MailAddress.Parse(text) is null) == AddressRule.Check(text) is AddressCheck.Refused);

    [Fact]
    public void What_is_accepted_is_read_as_itself() => HoldOfAccepted(address => MailAddress.Parse(address.ToString()) == address);

    [Fact]
    public void Letter_case_makes_no_second_person() => HoldOfAccepted(address =>
        MailAddress.Parse(address.ToString().ToUpperInvariant()) is not { } shouted || shouted.Key == address.Key);

    [Fact]
    public void What_is_accepted_has_room_in_an_envelope() => HoldOfAccepted(address =>
        Encoding.UTF8.GetByteCount(address.Local) <= 64 && Encoding.UTF8.GetByteCount(address.ToString()) <= 254 && Ascii.IsValid(address.Domain));

    [Fact]
    public void What_is_accepted_adds_nothing_to_an_SMTP_command() => HoldOfAccepted(address =>
        !address.ToString().Any(letter => char.IsControl(letter) || char.IsWhiteSpace(letter) || letter is '<' or '>' or '"' or '(' or ')' or ',' or ';' or ':' or '\\'));

    [Fact]
    public void What_is_accepted_goes_through_the_mail_library_unchanged() => HoldOfAccepted(GoesThroughTheMailLibrary);

    [Fact]
    public void That_holds_of_every_character_there_is_on_both_sides() => Assert.All(
        Enumerable.Range(0, 0x20000).Where(Rune.IsValid).SelectMany(code => Around(new Rune(code))),
        text =>
        {
            if (MailAddress.Parse(text) is not { } address) return;
            Assert.Equal(address, MailAddress.Parse(address.ToString()));
            Assert.True(GoesThroughTheMailLibrary(address), text);
        });

    [Fact]
    public void What_is_suggested_is_accepted_and_has_no_slip() => Hold(text => Suggestions(AddressRule.Check(text)).All(suggestion =>
        AddressRule.Check(suggestion) is AddressCheck.Accepted accepted && accepted.Address.ToString() == suggestion));

    [Fact]
    public void Every_slip_that_is_found_leads_to_a_domain_without_one() => Prop.ForAll(Slips().ToArbitrary(), text =>
        AddressRule.Check(text) is not AddressCheck.Accepted { Findings: var findings }
        || findings.Where(finding => finding.Kind == AddressFindingKind.DomainTypo).All(finding =>
            AddressRule.Check(finding.Suggestion) is AddressCheck.Accepted meant && meant.Findings.All(other => other.Kind != AddressFindingKind.DomainTypo))).Check(Many);

    [Fact]
    public void The_texts_are_good_and_bad()
    {
        var texts = Texts.Generator.Sample(2_000);
        Assert.InRange(texts.Count(text => AddressRule.Check(text) is AddressCheck.Accepted), 200, 1_800);
    }

    private static IEnumerable<string> Around(Rune letter) => [$"r{letter}sa@example.org", $"rosa@ex{letter}mple.org"];

    private static bool GoesThroughTheMailLibrary(MailAddress address)
    {
        MailboxAddress mailbox = new("Rosa", address.ToString());
        return mailbox.GetAddress(idnEncode: true) == address.ToString()
            && MailboxAddress.Parse(mailbox.ToString(encode: false)).GetAddress(idnEncode: true) == address.ToString()
            && EnvelopeRule.Objection(Press, mailbox, takesUtf8: true) is null
            && EnvelopeRule.NeedsUtf8(mailbox) == address.IsInternational;
    }

    private static IEnumerable<string> Suggestions(AddressCheck check) => check switch
    {
        AddressCheck.Refused { Suggestion: { } suggestion } => [suggestion],
        AddressCheck.Accepted { Findings: var findings } => findings.Select(finding => finding.Suggestion).OfType<string>(),
        _ => [],
    };

    /// <summary>The text without any one of its characters.</summary>
    private static IEnumerable<string> Shorter(string text) => Enumerable.Range(0, text.Length).Select(place => text.Remove(place, 1));

    /// <summary>A provider's domain with one place changed.</summary>
    private static Gen<string> Slips() =>
        from provider in Gen.Elements(MailProviders.ByReach.ToArray())
        from place in Gen.Choose(0, provider.Length)
        from cut in Gen.Choose(0, 1)
        from letter in Gen.Elements("", "a", "m", "o", "1", ".", "-")
        select $"rosa@{provider[..place]}{letter}{provider[Math.Min(provider.Length, place + cut)..]}";

    private static void HoldOfAccepted(Func<MailAddress, bool> property) =>
        Hold(text => AddressRule.Check(text) is not AddressCheck.Accepted accepted || property(accepted.Address));

    private static void Hold(Func<string, bool> property) => Prop.ForAll(Texts, property).Check(Many);
}
