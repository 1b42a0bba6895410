using System.Net;
using System.Xml.Linq;
using Distribution.Releases.Drafts;
using Distribution.Testing;

namespace Distribution.Web.Tests.Releases.Newsroom;

/// <summary>Files that programs look for at every site.</summary>
public sealed class SiteFileTests(Azurite azurite)
{
    private static readonly XNamespace Sitemap = "http://www.sitemaps.org/schemas/sitemap/0.9";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Search_programs_are_kept_from_what_is_somebodys_own()
    {
        await using var room = await PressRoom.OpenAsync(azurite);

        var robots = await TextAsync(room, "/robots.txt");

        foreach (var path in new[] { "/api/", "/approvals/", "/preferences", "/subscribe/confirm/", "/unsubscribe/" })
            Assert.Contains($"Disallow: {path}\n", robots, StringComparison.Ordinal);
        Assert.Contains("\nSitemap: https://press.example.org/sitemap.xml\n", robots, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_sitemap_names_every_public_text_with_its_translations_and_nothing_else()
    {
        await using var room = await PressRoom.OpenAsync(azurite);
        await room.AddAsync(SampleData.Release, SampleData.English, SampleData.French);
        await room.AddAsync(
            SampleData.Release with { Id = $"{7:x32}", State = ReleaseState.Scheduled, ReleasedAt = null },
            SampleData.Spanish with { Slug = "not-yet" });

        var map = XElement.Parse(await TextAsync(room, "/sitemap.xml"));

        var pages = map.Elements(Sitemap + "url").ToDictionary(
            url => new Uri(url.Element(Sitemap + "loc")!.Value).AbsolutePath,
            url => url.Elements(XName.Get("link", "http://www.w3.org/1999/xhtml")).Select(link => (string)link.Attribute("hreflang")!));
        Assert.Equal(
            ["/", .. SampleData.Organisation.Languages.Select(language => $"/{language}"),
                $"/releases/{SampleData.English.Slug}", $"/releases/{SampleData.French.Slug}"],
            pages.Keys);
        Assert.Equal(["en", "fr"], pages[$"/releases/{SampleData.French.Slug}"].Order());
        Assert.Equal(SampleData.Organisation.Languages, pages["/"]);
    }

    [Fact]
    public async Task A_weakness_is_reported_to_an_address_that_stands_where_researchers_look()
    {
        await using var room = await PressRoom.OpenAsync(azurite);

        var text = await TextAsync(room, "/.well-known/security.txt");
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(": ", 2)).ToDictionary(
            line => line[0], line => line[1]);

        Assert.Equal($"mailto:{SampleData.Organisation.SenderAddress}", lines["Contact"]);
        Assert.Equal("https://press.example.org/.well-known/security.txt", lines["Canonical"]);
        var expires = DateTimeOffset.Parse(lines["Expires"], System.Globalization.CultureInfo.InvariantCulture);
        Assert.InRange(expires - room.App.Clock.GetUtcNow(), TimeSpan.FromDays(90), TimeSpan.FromDays(365));
    }

    [Theory]
    [InlineData("/favicon.ico", "image/x-icon")]
    [InlineData(null, "image/svg+xml")]
    public async Task The_pages_have_an_icon(string? path, string type)
    {
        await using var room = await PressRoom.OpenAsync(azurite);
        path ??= (await room.ReadAsync("/")).QuerySelector("link[rel=icon]")!.GetAttribute("href")!;

        var answer = await room.GetAsync(path);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(type, answer.Content.Headers.ContentType!.ToString());
        Assert.InRange((await answer.Content.ReadAsByteArrayAsync(Token)).Length, 100, 5_000);
    }

    [Theory]
    [InlineData("/sitemap.xml")]
    [InlineData("/.well-known/security.txt")]
    public async Task Without_an_organisation_there_is_nothing_to_say(string path)
    {
        await using var app = await HttpHost.StartAsync(azurite, Token);

        Assert.Equal(HttpStatusCode.NotFound, (await app.Anonymous.GetAsync(path, Token)).StatusCode);
    }

    private static async Task<string> TextAsync(PressRoom room, string path)
    {
        var answer = await room.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync(Token);
    }
}
