using Distribution.Mail;
using Distribution.Testing;
using Distribution.Testing.Checkers;
using Distribution.Web.Tests.Newsroom;
using Microsoft.Extensions.Options;

namespace Distribution.Web.Tests.Mail;

public sealed class ValidHtmlTests(Azurite azurite)
{
    private static readonly string[] Languages = ["en", "fr", "es", "ar"];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Mails_in_every_language_plain_and_with_all_they_can_have_pass_the_Nu_HTML_checker()
    {
        RenderRelease render = new(new PublicLinks(Options.Create(new PublicOptions { Address = "https://press.example.org" })), TimeProvider.System);
        Dictionary<string, string> mails = [];
        foreach (var language in Languages)
        {
            mails[$"{language}-plain"] = Html(render.In(Workshop.Context, language));
            mails[$"{language}-looked"] = Html(render.In(LookedWorkshop.Context, language));
            mails[$"{language}-test"] = Html(render.TestIn(LookedWorkshop.Context, language));
        }

        Assert.Contains("<img", mails["ar-looked"], StringComparison.Ordinal);
        Assert.Empty(await NuChecker.FaultsAsync(mails, Token));
    }

    [Fact]
    public async Task Pages_of_the_newsroom_pass_the_Nu_HTML_checker()
    {
        await using var room = await PressRoom.OpenAsync(azurite);
        await room.AddAsync(Workshop.Release, LookedWorkshop.Context.Translations);
        Dictionary<string, string> pages = [];
        foreach (var (name, path) in new[]
        {
            ("newsroom", "/"), ("newsroom-ar", "/ar"), ("release", $"/releases/{Workshop.English.Slug}"), ("release-ar", $"/releases/{Workshop.Arabic.Slug}"), ("leave", "/leave/test"),
        })
        {
            using var answer = await room.GetAsync(path);
            pages[name] = await answer.Content.ReadAsStringAsync(Token);
        }

        Assert.Empty(await NuChecker.FaultsAsync(pages, Token));
    }

    [Fact]
    public async Task The_checker_finds_what_is_wrong() => Assert.NotEmpty(await NuChecker.FaultsAsync(
        new Dictionary<string, string> { ["wrong"] = "<!DOCTYPE html><html lang=\"en\"><head><title>x</title></head><body><img src=\"x\"></body></html>" }, Token));

    private static string Html(ReleaseMail mail)
    {
        using var message = mail.To(Workshop.Reader("pt"));
        using MemoryStream bytes = new();
        message.WriteTo(bytes, Token);
        bytes.Position = 0;
        return MimeKit.MimeMessage.Load(bytes, Token).HtmlBody!;
    }
}
