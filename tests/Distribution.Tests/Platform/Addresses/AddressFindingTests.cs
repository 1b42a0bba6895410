using Distribution.Platform.Addresses;

namespace Distribution.Tests.Platform.Addresses;

/// <summary>Domains stand without a name before them, since they are somebody's.</summary>
public sealed class AddressFindingTests
{
    [Theory]
    [InlineData("gmial.com", "gmail.com")]
    [InlineData("gmai.com", "gmail.com")]
    [InlineData("gmaill.com", "gmail.com")]
    [InlineData("gnail.com", "gmail.com")]
    [InlineData("gmail.con", "gmail.com")]
    [InlineData("gmail.co", "gmail.com")]
    [InlineData("gmail.cm", "gmail.com")]
    [InlineData("gmail.cmo", "gmail.com")]
    [InlineData("gmail.comm", "gmail.com")]
    [InlineData("gmailc.om", "gmail.com")]
    [InlineData("mgail.com", "gmail.com")]
    [InlineData("GMIAL.com", "gmail.com")]
    [InlineData("hotmial.com", "hotmail.com")]
    [InlineData("hotmail.fe", "hotmail.fr")]
    [InlineData("hotmal.es", "hotmail.es")]
    [InlineData("yaho.com", "yahoo.com")]
    [InlineData("yahoo.co.ku", "yahoo.co.uk")]
    [InlineData("yahoo.couk", "yahoo.co.uk")]
    [InlineData("outlok.com", "outlook.com")]
    [InlineData("iclod.com", "icloud.com")]
    [InlineData("wanado.fr", "wanadoo.fr")]
    [InlineData("ornage.fr", "orange.fr")]
    [InlineData("laposte.ner", "laposte.net")]
    [InlineData("gmx.ney", "gmx.net")]
    [InlineData("free.ft", "free.fr")]
    [InlineData("qq.con", "qq.com")]
    [InlineData("yandex.tu", "yandex.ru")]
    public void A_slip_in_a_large_provider_s_domain_is_pointed_out(string domain, string meant)
    {
        var finding = Assert.Single(Findings($"rosa@{domain}"));
        Assert.Equal((AddressFindingKind.DomainTypo, $"rosa@{meant}"), (finding.Kind, finding.Suggestion));
    }

    [Theory]
    [InlineData("example.org")]
    [InlineData("ymail.com")]
    [InlineData("email.com")]
    [InlineData("mail.com")]
    [InlineData("cloud.com")]
    [InlineData("gmx.net")]
    [InlineData("gmx.com")]
    [InlineData("gmx.co.uk")]
    [InlineData("gmail.example")]
    [InlineData("press.gmial.com")]
    [InlineData("yahoo.cl")]
    [InlineData("yahoo.com.co")]
    [InlineData("hotmail.fi")]
    [InlineData("orange.com")]
    [InlineData("web.dev")]
    [InlineData("aq.com")]
    [InlineData("aol.co")]
    [InlineData("tree.fr")]
    [InlineData("mail.rs")]
    public void Another_s_domain_is_not(string domain) => Assert.Empty(Findings($"rosa@{domain}"));

    [Fact]
    public void No_provider_s_domain_is_taken_for_a_slip() =>
        Assert.All(MailProviders.Known.Concat(MailProviders.Neighbours), domain => Assert.Empty(Findings($"rosa@{domain}")));

    [Theory]
    [InlineData("gmailcom", AddressFault.NoDotInDomain)]
    [InlineData("gmail.c0m", AddressFault.TopLevelDomain)]
    [InlineData("gmail.c", AddressFault.TopLevelDomain, null)]
    public void Where_the_slip_makes_it_no_domain_the_refusal_suggests(string domain, AddressFault fault, string? meant = "gmail.com")
    {
        var refused = Assert.IsType<AddressCheck.Refused>(AddressRule.Check($"rosa@{domain}"));
        Assert.Equal((fault, meant is null ? null : $"rosa@{meant}"), (refused.Fault, refused.Suggestion));
    }

    [Theory]
    [InlineData("info")]
    [InlineData("News")]
    [InlineData("news-desk")]
    [InlineData("press.office")]
    [InlineData("newsroom")]
    [InlineData("redaction")]
    [InlineData("rédaction")]
    [InlineData("redaccion")]
    [InlineData("redação")]
    [InlineData("press")]
    [InlineData("presse")]
    [InlineData("prensa")]
    [InlineData("imprensa")]
    [InlineData("editor+news")]
    [InlineData("desk")]
    [InlineData("contact")]
    [InlineData("postmaster")]
    [InlineData("abuse")]
    public void A_function_s_address_is_pointed_out_and_taken(string local) =>
        Assert.Contains(AddressFindingKind.Role, Kinds($"{local}@example.org"));

    [Theory]
    [InlineData("noreply")]
    [InlineData("no-reply")]
    [InlineData("do_not_reply")]
    [InlineData("ne-pas-repondre")]
    [InlineData("no.responder")]
    [InlineData("MAILER-DAEMON")]
    public void An_address_that_nobody_reads_is_pointed_out_too(string local) =>
        Assert.Equal([AddressFindingKind.Role, AddressFindingKind.NoReply], Kinds($"{local}@example.org"));

    [Theory]
    [InlineData("rosa")]
    [InlineData("rosa.news")]
    [InlineData("newsome")]
    [InlineData("pressley")]
    [InlineData("+info")]
    [InlineData("роза")]
    public void A_person_s_address_is_not(string local) => Assert.DoesNotContain(AddressFindingKind.Role, Kinds($"{local}@example.org"));

    [Theory]
    [InlineData("josé@example.org", true)]
    [InlineData("rosa@münchen.example", false)]
    public void Letters_outside_ASCII_before_the_at_sign_are_pointed_out(string text, bool expected) =>
        Assert.Equal(expected, Kinds(text).Contains(AddressFindingKind.International));

    [Theory]
    [InlineData("раyраl.example", true)]
    [InlineData("раураӏ.example", true)]
    [InlineData("сосоа.example", true)]
    [InlineData("example.аррӏе.example", true)]
    [InlineData("αpple.example", true)]
    [InlineData("пример.example", false)]
    [InlineData("press-пример.example", true)]
    [InlineData("ニュースnews.example", false)]
    [InlineData("münchen.example", false)]
    [InlineData("example.org", false)]
    public void A_domain_that_looks_like_another_is_pointed_out_and_taken(string domain, bool expected) =>
        Assert.Equal(expected, Kinds($"rosa@{domain}").Contains(AddressFindingKind.ConfusableDomain));

    private static IEnumerable<AddressFindingKind> Kinds(string text) => Findings(text).Select(finding => finding.Kind);

    private static IReadOnlyList<AddressFinding> Findings(string text) =>
        Assert.IsType<AddressCheck.Accepted>(AddressRule.Check(text)).Findings;
}
