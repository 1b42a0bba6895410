using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Distribution.People;
using Distribution.Testing;
using Distribution.Web.Tests.Releases;

namespace Distribution.Web.Tests.Intake;

public sealed class IntakeTests(PressOfficeApp fixture) : IClassFixture<PressOfficeApp>
{
    private readonly App app = fixture.App;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Html_is_kept_as_markdown_and_the_answer_says_what_was_dropped()
    {
        var release = ReleaseJson.Right();
        release["sourceUrl"] = "https://www.example.org/fr/news/4";
        release["translations"]!["fr"]!.AsObject().Remove("body");
        release["translations"]!["fr"]!["html"] = "<p style='color:red'>À <b>Kingston</b>, <a href='/etats'>quatre États</a></p><script>x()</script>";

        using var created = await app.Administrator.PostAsync("/api/releases", release.ToJsonString());

        var json = await created.JsonAsync(HttpStatusCode.Created);
        Assert.Equal("À **Kingston**, [quatre États](<https://www.example.org/etats>)", json.GetProperty("translations").GetProperty("fr").GetProperty("body").GetString());
        Assert.Equal(["script element", "style attribute"], json.GetProperty("dropped").EnumerateArray().Select(part => part.GetProperty("what").GetString()));
        using var again = await app.Administrator.PutAsync(created.Headers.Location!.OriginalString, release.ToJsonString());
        Assert.Equal(1, (await again.JsonAsync()).GetProperty("version").GetInt32());
    }

    [Theory]
    [InlineData("""{ "headline": "a", "html": "<a href='/b'>c</a>" }""", "translations.fr.html", "sourceUrl")]
    [InlineData("""{ "headline": "a", "html": "<p>b</p>", "body": "c" }""", "translations.fr.html", "Give one of them")]
    [InlineData("""{ "headline": "a", "html": "<script>b</script>" }""", "translations.fr.body", "required")]
    public async Task Html_that_cannot_be_taken_is_refused_with_what_to_do(string text, string field, string says)
    {
        using var answer = await app.Administrator.PostAsync("/api/releases", ReleaseJson.With("translations.fr", text));

        Assert.Contains(says, await answer.AssertFieldAsync(HttpStatusCode.UnprocessableEntity, "invalid", field), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Validating_answers_as_creating_would_and_stores_nothing()
    {
        using var before = await app.Administrator.ReadAsync("/api/releases?limit=100");
        var count = (await before.JsonAsync()).GetProperty("items").GetArrayLength();

        using var right = await app.Administrator.PostAsync("/api/releases/validate", ReleaseJson.Right().ToJsonString());
        using var wrong = await app.Administrator.PostAsync("/api/releases/validate", ReleaseJson.With("office", "\"atlantis\""));

        Assert.Equal("reefs", (await right.JsonAsync()).GetProperty("topics")[0].GetString());
        await wrong.AssertFieldAsync(HttpStatusCode.UnprocessableEntity, "invalid", "office");
        using var after = await app.Administrator.ReadAsync("/api/releases?limit=100");
        Assert.Equal(count, (await after.JsonAsync()).GetProperty("items").GetArrayLength());
        using var reader = await fixture.ClientAsync(Role.Reader, PressOffice.Desk);
        using var refused = await reader.PostAsync("/api/releases/validate", ReleaseJson.Right().ToJsonString());
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
    }

    [Fact]
    public async Task A_markdown_file_becomes_a_release()
    {
        using var created = await PostAsync("""
            ---
            office: port-of-spain
            officers: [maelle]
            lists: [everyone]
            language: fr
            headline: Quatre États comptent leurs récifs
            source: { system: git, id: news/4.md }
            ---
            À **Kingston**, quatre États…
            """);

        var json = await created.JsonAsync(HttpStatusCode.Created);
        Assert.Equal(("fr", "draft"), (json.GetProperty("originalLanguage").GetString(), json.GetProperty("state").GetString()));
        Assert.Equal("À **Kingston**, quatre États…", json.GetProperty("translations").GetProperty("fr").GetProperty("body").GetString());
    }

    [Theory]
    [InlineData("No front matter")]
    [InlineData("---\nofice: port-of-spain\n---\n")]
    public async Task A_markdown_file_that_cannot_be_read_is_refused_with_the_reason(string text)
    {
        using var answer = await PostAsync(text);

        var problem = await answer.AssertProblemAsync(HttpStatusCode.BadRequest, "unreadable");
        Assert.False(string.IsNullOrEmpty(problem.GetProperty("detail").GetString()));
    }

    [Theory]
    [InlineData("iso-8859-1", "")]
    [InlineData("iso-8859-1", "\u00ef\u00bb\u00bf")]
    [InlineData("utf-16", "\ufeff")]
    public async Task Text_that_is_not_utf_8_is_refused_whatever_mark_it_begins_with(string encoding, string mark)
    {
        using var answer = await PostBytesAsync(Encoding.GetEncoding(encoding).GetBytes(mark + "---\nheadline: été\n---\n"));

        Assert.Equal("The text is not UTF-8.", (await answer.AssertProblemAsync(HttpStatusCode.BadRequest, "unreadable")).GetProperty("detail").GetString());
    }

    [Fact]
    public async Task A_byte_order_mark_before_a_markdown_file_is_no_part_of_it()
    {
        using var answer = await PostBytesAsync([0xef, 0xbb, 0xbf, .. "---\noffice: a\n---\n"u8]);

        Assert.Contains("There is no language", (await answer.AssertProblemAsync(HttpStatusCode.BadRequest, "unreadable")).GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    private async Task<HttpResponseMessage> PostBytesAsync(byte[] bytes)
    {
        using ByteArrayContent content = new(bytes);
        content.Headers.ContentType = new MediaTypeHeaderValue("text/markdown");
        return await app.Administrator.PostAsync(new Uri("/api/releases", UriKind.Relative), content, Token);
    }

    [Fact]
    public async Task Other_routes_take_no_markdown()
    {
        using StringContent content = new("---\n---\n", Encoding.UTF8, "text/markdown");

        using var answer = await app.Administrator.PostAsync(new Uri("/api/offices", UriKind.Relative), content, Token);

        await answer.AssertProblemAsync(HttpStatusCode.UnsupportedMediaType, "media-type");
    }

    [Fact]
    public async Task Of_two_programs_that_send_one_source_at_once_one_makes_it()
    {
        var release = ReleaseJson.With("source", """{ "system": "drupal", "id": "node/77" }""");

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => app.Administrator.PostAsync("/api/releases", release)));

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.Created);
        Assert.Single(answers.Select(answer => answer.Headers.Location!.OriginalString).Distinct());
        foreach (var answer in answers) answer.Dispose();
    }

    private async Task<HttpResponseMessage> PostAsync(string markdown)
    {
        using StringContent content = new(markdown, Encoding.UTF8, "text/markdown");
        return await app.Administrator.PostAsync(new Uri("/api/releases", UriKind.Relative), content, Token);
    }
}
