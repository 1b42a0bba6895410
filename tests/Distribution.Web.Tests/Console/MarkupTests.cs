using System.Net;
using System.Text.RegularExpressions;
using Distribution.Publisher.Users;
using Distribution.Testing;
using Distribution.Testing.Checkers;
using Microsoft.Extensions.Hosting;

namespace Distribution.Web.Tests.Console;

/// <summary>The console's pages as browsers get them: valid, and light enough for a bad line.</summary>
public sealed partial class MarkupTests(Azurite azurite) : IAsyncLifetime
{
    /// <summary>Bytes of a page with all that it loads, the first time.</summary>
    private const int Most = 100_000;

    private static readonly string[] Pages =
    [
        "", "/account", "/releases", "/releases?stage=all", "/releases/new", "/releases/new/from-text", "/releases/{id}/write",
        "/releases/{id}/write/fr?beside=en", "/releases/{id}/details", "/releases/{id}/audience", "/releases/{id}/preview",
        "/releases/{id}/send", "/releases/{id}/history", "/components",
    ];

    private HttpHost app = null!;

    private HttpClient browser = null!;

    private string release = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        app = await HttpHost.StartAsync(azurite, Token);
        app.Get<IHostEnvironment>().EnvironmentName = Environments.Development;
        using var organisation = await app.Administrator.PutAsync(
            "/api/organisation",
            """{ "names": { "en": "O" }, "languages": ["en", "fr"], "postalAddress": "P", "website": "https://example.org", "senderAddress": "o@example.org" }""");
        using var office = await app.Administrator.PostAsync(
            "/api/offices",
            """{ "id": "own", "names": { "en": "Own" }, "country": "TT", "timeZone": "America/Port_of_Spain", "replyAddress": "o@example.org" }""");
        Assert.Equal(HttpStatusCode.Created, office.StatusCode);
        using var made = await app.Administrator.PostAsync(
            "/api/releases",
            """{ "office": "own", "originalLanguage": "en", "translations": { "en": { "headline": "One" }, "fr": { "headline": "Un" } } }""");
        release = (await made.JsonAsync(HttpStatusCode.Created)).GetProperty("id").GetString()!;
        browser = await app.SignInAsync(Role.Administrator);
    }

    public async ValueTask DisposeAsync()
    {
        browser.Dispose();
        await app.DisposeAsync();
    }

    [Fact]
    public async Task The_Nu_HTML_Checker_finds_nothing_to_mend()
    {
        Dictionary<string, string> pages = [];
        foreach (var page in Pages) pages[$"console{page.Replace('/', '-').Replace('?', '-')}"] = await ReadAsync(page);
        var faults = (await NuChecker.FindAsync(pages, Token)).Where(fault => !IsOfToolbar(fault)).ToList();
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    [Fact]
    public async Task A_page_with_its_styles_and_scripts_is_less_than_100_kilobytes()
    {
        foreach (var page in Pages)
        {
            var html = await ReadAsync(page);
            var size = System.Text.Encoding.UTF8.GetByteCount(html);
            foreach (var asset in Asset().Matches(html).Select(match => match.Value).Distinct()) size += await SizeAsync(asset);
            Assert.True(size < Most, $"{page}: {size} bytes");
        }
    }

    /// <summary>
    /// The elements of the Markdown toolbar get their roles from its script, which the checker does not run; axe looks at them.
    /// </summary>
    private static bool IsOfToolbar(string fault) => fault.Contains("“aria-label”", StringComparison.Ordinal)
        && (fault.Contains("“md-", StringComparison.Ordinal) || fault.Contains("“markdown-toolbar”", StringComparison.Ordinal));

    private async Task<string> ReadAsync(string page)
    {
        using var answer = await browser.GetAsync(
            new Uri("/console" + page.Replace("{id}", release, StringComparison.Ordinal), UriKind.Relative), Token);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{page}: {answer.StatusCode}");
        return await answer.Content.ReadAsStringAsync(Token);
    }

    private async Task<int> SizeAsync(string asset)
    {
        using var answer = await app.Anonymous.ReadAsync(asset, ("Accept-Encoding", "br"));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return (await answer.Content.ReadAsByteArrayAsync(Token)).Length;
    }

    [GeneratedRegex("/assets/[^\"]+")]
    private static partial Regex Asset();
}
