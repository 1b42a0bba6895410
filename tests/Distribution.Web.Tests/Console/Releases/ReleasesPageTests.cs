using System.Net;
using System.Text.RegularExpressions;
using Distribution.Platform.Jobs;
using Distribution.Publisher.Users;
using Distribution.Releases.Drafts;
using Distribution.Releases.Workflow;
using Distribution.Testing;

namespace Distribution.Web.Tests.Console.Releases;

public sealed class ReleasesPageTests(Azurite azurite) : IAsyncLifetime
{
    private HttpHost app = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        app = await HttpHost.StartAsync(azurite, Token);
        foreach (var (id, parent) in new[] { ("regional", "null"), ("port", "\"regional\""), ("other", "null") })
        {
            using var office = await app.Administrator.PostAsync(
                "/api/offices",
                $$"""{ "id": "{{id}}", "names": { "en": "{{id}}" }, "country": "TT", "timeZone": "America/Port_of_Spain", "replyAddress": "o@example.org", "parent": {{parent}} }""");
            Assert.Equal(HttpStatusCode.Created, office.StatusCode);
        }
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task A_draft_begins_with_an_office_and_a_language_alone()
    {
        using var browser = await app.SignInAsync(Role.Author, "port");
        var address = await BeginAsync(browser, "port", "");
        Assert.Matches("^/console/releases/[0-9a-f]{32}/write$", address);
        var release = (await app.Get<ReleaseStore>().FindAsync(address.Split('/')[3], Token))!;
        Assert.Equal(("port", "en", ReleaseState.Draft), (release.Release.Office, release.Release.OriginalLanguage, release.Release.State));
    }

    [Theory]
    [InlineData("regional", true)]
    [InlineData("port", true)]
    [InlineData("other", false)]
    public async Task Only_an_author_of_the_office_or_of_one_above_it_begins_a_release(string office, bool isAllowed)
    {
        using var browser = await app.SignInAsync(Role.Author, office);
        using var answer = await PostAsync(browser, "/console/releases", ("office", "port"), ("language", "en"), ("headline", "One"));
        Assert.Equal(isAllowed ? HttpStatusCode.SeeOther : HttpStatusCode.Forbidden, answer.StatusCode);
        if (isAllowed) return;
        var page = await answer.Content.ReadAsStringAsync(Token);
        Assert.Contains("This needs the role author at port or at an office above it.", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_headline_is_text_wherever_it_stands()
    {
        using var browser = await app.SignInAsync(Role.Author);
        await BeginAsync(browser, "port", "Two <b>bold</b> & \"quoted\" words");
        var page = await PageAsync(browser, "/console/releases");
        Assert.Contains("Two &lt;b&gt;bold&lt;/b&gt; &amp; &quot;quoted&quot; words", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lists_show_a_stage_and_find_by_words()
    {
        using var browser = await app.SignInAsync(Role.Author);
        await BeginAsync(browser, "port", "Harbour opens");
        await BeginAsync(browser, "port", "School begins");
        var found = await PageAsync(browser, "/console/releases?stage=drafts&q=harbour");
        Assert.Contains("Harbour opens", found, StringComparison.Ordinal);
        Assert.DoesNotContain("School begins", found, StringComparison.Ordinal);
        Assert.DoesNotContain("Harbour opens", await PageAsync(browser, "/console/releases?stage=public"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_duplicate_is_a_draft_with_the_same_words()
    {
        using var browser = await app.SignInAsync(Role.Author);
        var first = (await BeginAsync(browser, "port", "Harbour opens")).Split('/')[3];
        using var answer = await PostAsync(browser, $"/console/releases/{first}/duplicate");
        var second = answer.Headers.Location!.OriginalString.Split('/')[3];
        Assert.NotEqual(first, second);
        var release = (await app.Get<ReleaseStore>().FindAsync(second, Token))!;
        Assert.Equal(("Harbour opens", ReleaseState.Draft), (release.Translations.Single().Headline, release.Release.State));
    }

    [Fact]
    public async Task A_release_that_is_not_there_is_a_page_that_says_so()
    {
        using var browser = await app.SignInAsync(Role.Viewer);
        using var answer = await browser.GetAsync(new Uri("/console/releases/0123456789abcdef0123456789abcdef", UriKind.Relative), Token);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("<h1>There is no such page</h1>", await answer.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_history_says_who_changed_which_words()
    {
        using var browser = await app.SignInAsync(Role.Author);
        var id = (await BeginAsync(browser, "port", "Harbour opens today")).Split('/')[3];
        using var edited = await app.Administrator.PutAsync(
            $"/api/releases/{id}/translations/en", """{ "headline": "Harbour opens tomorrow", "body": "" }""");
        Assert.Equal(HttpStatusCode.OK, edited.StatusCode);
        await app.Get<IEnumerable<IJobRunner>>().Single(runner => runner.Name == CommitTransition.JobName).RunAsync(id, Token);

        var page = await PageAsync(browser, $"/console/releases/{id}/history");
        Assert.Contains("Rosa Adams", page, StringComparison.Ordinal);
        Assert.Contains("Changed: headline in English", page, StringComparison.Ordinal);
        var differences = await PageAsync(browser, $"/console/releases/{id}/history/1");
        Assert.Equal(("today", "tomorrow"), (Word(differences, "del"), Word(differences, "ins")));
    }

    private static string Word(string page, string element) =>
        Regex.Match(page, $"<{element}><span[^>]*>[^<]*</span>([^<]*)</{element}>").Groups[1].Value;

    private static async Task<string> BeginAsync(HttpClient browser, string office, string headline)
    {
        using var answer = await PostAsync(browser, "/console/releases", ("office", office), ("language", "en"), ("headline", headline));
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        return answer.Headers.Location!.OriginalString;
    }

    private static Task<string> PageAsync(HttpClient browser, string address) =>
        browser.GetStringAsync(new Uri(address, UriKind.Relative), Token);

    private static async Task<HttpResponseMessage> PostAsync(
        HttpClient browser, string address, params (string Name, string Value)[] fields)
    {
        using FormUrlEncodedContent form = new(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        return await browser.PostAsync(new Uri(address, UriKind.Relative), form, Token);
    }
}
