using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Distribution.Publisher.Users;
using Distribution.Testing;
using Distribution.Web.Tests.Releases.Drafts;

namespace Distribution.Web.Tests.Releases.Intake;

public sealed class IntakeTests(PressOfficeHost fixture) : IClassFixture<PressOfficeHost>
{
    private readonly HttpHost app = fixture.App;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Html_is_kept_as_markdown_and_the_answer_says_what_was_dropped()
    {
        var release = ReleaseJson.Right();
        release["sourceUrl"] = "https://www.example.org/fr/news/4";
        release["translations"]!["fr"]!.AsObject().Remove("body");
        release["translations"]!["fr"]!["html"] =
            "<p style='color:red'>À <b>Kingston</b>, <a href='/etats'>quatre États</a></p><script>x()</script>";

        using var created = await app.Administrator.PostAsync("/api/releases", release.ToJsonString());

        var json = await created.JsonAsync(HttpStatusCode.Created);
        Assert.Equal(
            "À **Kingston**, [quatre États](<https://www.example.org/etats>)",
            json.GetProperty("translations").GetProperty("fr").GetProperty("body").GetString());
        Assert.Equal(
            ["script element", "style attribute"],
            json.GetProperty("dropped").EnumerateArray().Select(part => part.GetProperty("what").GetString()));
        using var again = await app.Administrator.PutAsync(created.Headers.Location!.OriginalString, release.ToJsonString());
        Assert.Equal(1, (await again.JsonAsync()).GetProperty("version").GetInt32());
    }

    [Fact]
    public async Task What_html_means_by_more_than_words_is_kept_or_named_with_the_words()
    {
        var text = """
            { "headline": "Q&amp;A: l&#039;eau", "html": "<p>10<sup>6</sup> <s>50</s> <ins>60</ins></p><table><tr><th>État<th>2025<tr><td>Belize<td></table>" }
            """;

        using var answer = await app.Administrator.PostAsync("/api/releases/validate", ReleaseJson.With("translations.fr", text));

        var json = await answer.JsonAsync();
        var kept = json.GetProperty("translations").GetProperty("fr");
        Assert.Equal("10⁶ ~~50~~ 60\n\n| État | 2025 |\n|---|---|\n| Belize |  |", kept.GetProperty("body").GetString());
        Assert.Equal("Q&A: l'eau", kept.GetProperty("headline").GetString());
        Assert.Equal(
            [("ins element", "60"), ("mark-up in the headline", "Q&amp;A: l&#039;eau")],
            json.GetProperty("dropped").EnumerateArray().Select(part =>
                (part.GetProperty("what").GetString()!, part.GetProperty("words")[0].GetString()!)));
    }

    [Theory]
    [InlineData(">", 128)]
    [InlineData("*a", 10_000)]
    [InlineData("[a][", 10_000)]
    public async Task Markdown_that_lies_too_deep_is_refused_at_its_field(string part, int count)
    {
        var body = string.Concat(Enumerable.Repeat(part, count)) + "x";

        using var answer = await app.Administrator.PostAsync(
            "/api/releases", ReleaseJson.With("translations.fr", $$"""{ "headline": "a", "body": "{{body}}" }"""));

        await answer.AssertFieldAsync(HttpStatusCode.UnprocessableEntity, "invalid", "translations.fr.body");
    }

    [Theory]
    [InlineData("""{ "headline": "a\u0000b", "body": "c" }""", "translations.fr.headline", "U+0000 (null) at place 2")]
    [InlineData("""{ "headline": "a", "body": "b\nc\u0007" }""", "translations.fr.body", "U+0007 (bell) at line 2, place 2")]
    [InlineData("""{ "headline": "a", "html": "<p>\u0007" }""", "translations.fr.html", "U+0007 (bell) at place 4")]
    [InlineData("""{ "headline": "a", "html": "<p>b&#7;" }""", "translations.fr.body", "U+0007 (bell) at place 2")]
    [InlineData("""{ "headline": "=?utf-8?Q?=C3=A9t=C3=A9?=", "body": "c" }""", "translations.fr.headline", "Send it as it reads: été")]
    public async Task A_character_that_is_no_letter_is_named_with_its_place(string text, string field, string says)
    {
        using var answer = await app.Administrator.PostAsync("/api/releases", ReleaseJson.With("translations.fr", text));

        Assert.Contains(
            says, await answer.AssertFieldAsync(HttpStatusCode.UnprocessableEntity, "invalid", field), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "headline": "a\u200bb\u0092s", "body": "One\u000bTwo, it\u0092s" }""", "One\nTwo, it’s")]
    [InlineData("""{ "headline": "a\u200bb\u0092s", "html": "<p>One\u000bTwo, it\u0092s</p>" }""", "One\\\nTwo, it’s")]
    public async Task Letters_that_were_meant_are_put_in_their_place_in_every_way_in(string text, string body)
    {
        using var answer = await app.Administrator.PostAsync("/api/releases/validate", ReleaseJson.With("translations.fr", text));

        var kept = (await answer.JsonAsync()).GetProperty("translations").GetProperty("fr");
        Assert.Equal(("ab’s", body), (kept.GetProperty("headline").GetString(), kept.GetProperty("body").GetString()));
    }

    [Theory]
    [InlineData("""{ "headline": "a", "html": "<a href='/b'>c</a>" }""", "translations.fr.html", "sourceUrl")]
    [InlineData("""{ "headline": "a", "html": "<p>b</p>", "body": "c" }""", "translations.fr.html", "Give one of them")]
    [InlineData("""{ "headline": "a", "html": "<script>b</script>" }""", "translations.fr.body", "required")]
    public async Task Html_that_cannot_be_taken_is_refused_with_what_to_do(string text, string field, string says)
    {
        using var answer = await app.Administrator.PostAsync("/api/releases", ReleaseJson.With("translations.fr", text));

        Assert.Contains(
            says, await answer.AssertFieldAsync(HttpStatusCode.UnprocessableEntity, "invalid", field), StringComparison.Ordinal);
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
        using var reader = await fixture.ClientAsync(Role.Viewer, PressOffice.Desk);
        using var refused = await reader.PostAsync("/api/releases/validate", ReleaseJson.Right().ToJsonString());
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
    }

    [Fact]
    public async Task A_markdown_file_becomes_a_release()
    {
        using var created = await PostAsync("""
            ---
            office: port-of-spain
            pressOfficers: [maelle]
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

        Assert.Equal(
            "The text is not UTF-8.",
            (await answer.AssertProblemAsync(HttpStatusCode.BadRequest, "unreadable")).GetProperty("detail").GetString());
    }

    [Fact]
    public async Task A_byte_order_mark_before_a_markdown_file_is_no_part_of_it()
    {
        using var created = await PostBytesAsync([0xef, 0xbb, 0xbf, .. Encoding.UTF8.GetBytes(File("git", "news/bom.md", "À Kingston…"))]);

        Assert.Equal("À Kingston…", Body(await created.JsonAsync(HttpStatusCode.Created)));
    }

    [Fact]
    public async Task A_markdown_file_replaces_a_release()
    {
        using var created = await PostAsync(File("git", "news/5.md", "À Kingston…"));
        using StringContent changed = new(File("git", "news/5.md", "À **Kingston**, quatre États."), Encoding.UTF8, "text/markdown");

        using var replaced = await app.Administrator.PutAsync(created.Headers.Location, changed, Token);

        var json = await replaced.JsonAsync();
        Assert.Equal(("À **Kingston**, quatre États.", 2), (Body(json), json.GetProperty("version").GetInt32()));
        using var kept = await app.Administrator.ReadAsync(created.Headers.Location!.OriginalString);
        Assert.Equal("À **Kingston**, quatre États.", Body(await kept.JsonAsync()));
    }

    [Fact]
    public async Task A_markdown_file_is_validated_and_not_kept()
    {
        using var right = await PostAsync(File("git", "news/6.md", "À Kingston…"), "/api/releases/validate");
        using var wrong = await PostAsync(File("git", "news/6.md", ""), "/api/releases/validate");
        using var created = await PostAsync(File("git", "news/6.md", "À Kingston…"));

        Assert.Equal("À Kingston…", Body(await right.JsonAsync()));
        await wrong.AssertFieldAsync(HttpStatusCode.UnprocessableEntity, "invalid", "translations.fr.body");
        Assert.Equal(HttpStatusCode.Created, created.StatusCode);
    }

    [Fact]
    public async Task Html_that_lies_too_deep_is_refused_at_its_field()
    {
        var html = string.Concat(Enumerable.Repeat("<div>", 60_000));

        using var answer = await app.Administrator.PostAsync(
            "/api/releases/validate", ReleaseJson.With("translations.fr", $$"""{ "headline": "a", "html": "{{html}}" }"""));

        Assert.Contains(
            "more than 200 deep",
            await answer.AssertFieldAsync(HttpStatusCode.UnprocessableEntity, "invalid", "translations.fr.html"),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/releases", "post")]
    [InlineData("/api/releases/{id}", "put")]
    [InlineData("/api/releases/validate", "post")]
    public async Task The_description_says_which_routes_take_markdown_and_that_it_is_text(string path, string method)
    {
        using var answer = await app.Anonymous.ReadAsync("/openapi/v1.json");

        var content = (await answer.JsonAsync()).GetProperty("paths").GetProperty(path).GetProperty(method).GetProperty("requestBody")
            .GetProperty("content");
        Assert.Equal(
            ["application/json", "text/markdown"], content.EnumerateObject().Select(type => type.Name).Order(StringComparer.Ordinal));
        Assert.Equal("string", content.GetProperty("text/markdown").GetProperty("schema").GetProperty("type").GetString());
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

    private static string File(string system, string id, string body) => $$"""
        ---
        office: port-of-spain
        pressOfficers: [maelle]
        lists: [everyone]
        language: fr
        headline: Quatre États comptent leurs récifs
        source: { system: {{system}}, id: {{id}} }
        ---
        {{body}}
        """;

    private static string? Body(JsonElement release) =>
        release.GetProperty("translations").GetProperty("fr").GetProperty("body").GetString();

    private async Task<HttpResponseMessage> PostAsync(string markdown, string address = "/api/releases")
    {
        using StringContent content = new(markdown, Encoding.UTF8, "text/markdown");
        return await app.Administrator.PostAsync(new Uri(address, UriKind.Relative), content, Token);
    }
}
