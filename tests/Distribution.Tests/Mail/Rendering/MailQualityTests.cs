using Distribution.Mail.Rendering;
using Distribution.Testing;
using Distribution.Testing.Checkers;

namespace Distribution.Tests.Mail.Rendering;

/// <summary>The verdicts of others' programs on our mails.</summary>
public sealed class MailQualityTests
{
    private static readonly string[] Languages = ["en", "fr", "es", "ar"];

    [Fact]
    public async Task The_html_of_every_mail_passes_the_Nu_checker()
    {
        var pages = Languages.ToDictionary(language => language, language => Rendered.In(language, Context(language), SampleData.Recipient(language)).Message.HtmlBody!);
        pages["logo"] = Rendered.In("en", WithLogo(Context("en")), SampleData.Recipient("en")).Message.HtmlBody!;
        pages["other-language"] = Rendered.In("en", Context("en"), SampleData.Recipient("nl")).Message.HtmlBody!;

        Assert.Empty(await NuChecker.FindAsync(pages, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task The_Nu_checker_sees_what_is_wrong() => Assert.NotEmpty(
        await NuChecker.FindAsync(new Dictionary<string, string> { ["wrong"] = "<!DOCTYPE html><html lang=en><title>a</title><p><div></p>" }, TestContext.Current.CancellationToken));

    [Theory]
    [InlineData("en")]
    [InlineData("fr")]
    [InlineData("es")]
    public async Task No_mail_looks_like_spam(string language)
    {
        var mail = Rendered.In(language, Context(language), SampleData.Recipient(language));

        var (score, rules) = await SpamAssassin.ScoreAsync(mail.Raw, TestContext.Current.CancellationToken);

        Assert.True(score < 1, $"{score}: {rules}");
    }

    [Fact]
    public async Task Spam_looks_like_it()
    {
        const string Spam = "From: x@example.org\r\nTo: y@example.org\r\nSubject: FREE MONEY!!! ACT NOW\r\n\r\nClick here for FREE VIAGRA, 100% guaranteed, make $$$ fast, no obligation, unsubscribe.\r\nXJS*C4JDBQADN1.NSBN3*2IDNEN*GTUBE-STANDARD-ANTI-UBE-TEST-EMAIL*C.34X\r\n";

        var (score, _) = await SpamAssassin.ScoreAsync(Spam, TestContext.Current.CancellationToken);

        Assert.True(score > 5);
    }

    /// <summary>The usual release with a text in the language, and an image in it.</summary>
    private static MailContext Context(string language) => SampleData.Context with
    {
        Translations =
        [
            .. SampleData.Context.Translations.Where(text => text.Language != language),
            (SampleData.Context.Translations.FirstOrDefault(text => text.Language == language) ?? SampleData.Context.Translations[0] with { Language = language, Slug = "x" }) with
            {
                Body = "One **two**.\n\n- a\n- b\n\n> c\n\n## d\n\n![A reef](https://example.org/reef.jpg)\n\n[e](https://example.org)",
            },
        ],
    };

    private static MailContext WithLogo(MailContext context) => context with
    {
        Organisation = context.Organisation with
        {
            Look = new() { Accent = "#7a1f1f", Logo = new() { Url = "https://example.org/logo.png", Alt = new([new("en", "Harbour")]), Width = 120, Height = 40 } },
            FooterNote = new([new("en", "Registered in Port of Spain.")]),
        },
    };
}
