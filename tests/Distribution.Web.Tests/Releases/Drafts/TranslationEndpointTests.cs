using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Distribution.Testing;

namespace Distribution.Web.Tests.Releases.Drafts;

public sealed class TranslationEndpointTests(PressOfficeHost fixture) : IClassFixture<PressOfficeHost>
{
    private readonly HttpHost app = fixture.App;

    [Fact]
    public async Task Two_translators_who_save_at_the_same_time_lose_nothing()
    {
        var address = await CreateAsync();
        using var french = await app.Administrator.ReadAsync($"{address}/translations/fr");
        using var english = await app.Administrator.ReadAsync($"{address}/translations/en");

        var answers = await Task.WhenAll(
            WriteAsync(address, "fr", "Récifs : le compte", french.Headers.ETag!.ToString()),
            WriteAsync(address, "en", "Reefs: the count", english.Headers.ETag!.ToString()));

        Assert.All(answers, status => Assert.Equal(HttpStatusCode.OK, status));
        var texts = (await ReadAsync(address)).GetProperty("translations");
        Assert.Equal(
            ("Récifs : le compte", "Reefs: the count"),
            (texts.GetProperty("fr").GetProperty("headline").GetString(), texts.GetProperty("en").GetProperty("headline").GetString()));
    }

    [Fact]
    public async Task Of_two_who_write_one_text_the_second_is_refused_and_an_edit_of_another_text_is_no_change()
    {
        var address = await CreateAsync();
        using var read = await app.Administrator.ReadAsync($"{address}/translations/fr");
        var tag = read.Headers.ETag!.ToString();
        Assert.Equal(HttpStatusCode.OK, await WriteAsync(address, "en", "Reefs: the count", ifMatch: null));

        Assert.Equal(HttpStatusCode.OK, await WriteAsync(address, "fr", "Récifs : le compte", tag));
        Assert.Equal(HttpStatusCode.PreconditionFailed, await WriteAsync(address, "fr", "Les récifs", tag));

        using var known = await app.Administrator.ReadAsync($"{address}/translations/fr", ("If-None-Match", tag));
        Assert.Equal(HttpStatusCode.OK, known.StatusCode);
    }

    [Fact]
    public async Task A_text_is_added_from_HTML_and_deleted_unless_it_is_the_original()
    {
        var address = await CreateAsync();
        const string Text = """{ "headline": "Cuatro Estados", "html": "<p>En <b>Kingston</b></p><script>x</script>" }""";

        using var added = await app.Administrator.PutAsync($"{address}/translations/es", Text);
        var text = await added.JsonAsync(HttpStatusCode.Created);
        Assert.Equal("En **Kingston**", text.GetProperty("body").GetString());
        Assert.Equal(1, text.GetProperty("dropped").GetArrayLength());

        using var deleted = await app.Administrator.RemoveAsync($"{address}/translations/es");
        Assert.Equal(HttpStatusCode.NoContent, deleted.StatusCode);
        using var gone = await app.Administrator.ReadAsync($"{address}/translations/es");
        await gone.AssertProblemAsync(HttpStatusCode.NotFound, "missing");
        using var again = await app.Administrator.RemoveAsync($"{address}/translations/es");
        await again.AssertProblemAsync(HttpStatusCode.NotFound, "missing");
        using var original = await app.Administrator.RemoveAsync($"{address}/translations/fr");
        await original.AssertFieldAsync(HttpStatusCode.UnprocessableEntity, "invalid", "language");
    }

    [Theory]
    [InlineData("fr", """{ "headline": "a\nb", "body": "b" }""", "headline")]
    [InlineData("fr", """{ "headline": "a", "body": "b", "html": "<p>c</p>" }""", "html")]
    [InlineData("fr", """{ "headline": "", "body": "", "state": "ready" }""", "headline")]
    public async Task A_text_that_is_not_right_names_its_member(string language, string json, string field)
    {
        using var answer = await app.Administrator.PutAsync($"{await CreateAsync()}/translations/{language}", json);
        await answer.AssertFieldAsync(HttpStatusCode.UnprocessableEntity, "invalid", field);
    }

    [Fact]
    public async Task Versions_are_listed_read_and_compared_and_go_with_the_release()
    {
        var address = await CreateAsync();
        var json = ReleaseJson.Right();
        json["topics"] = new JsonArray("fish");
        json["translations"]!["en"]!["body"] = "In **Kingston**, five small states…";
        using (await app.Administrator.PutAsync(address, json.ToJsonString())) { }
        Assert.Equal(HttpStatusCode.OK, await WriteAsync(address, "en", "Reefs: the count", ifMatch: null));

        var versions = (await ReadAsync($"{address}/versions")).GetProperty("items").EnumerateArray().ToList();
        Assert.Equal([3, 2, 1], versions.Select(version => version.GetProperty("version").GetInt32()));
        Assert.Equal("Four states count their reefs", versions[2].GetProperty("headlines").GetProperty("en").GetString());
        var first = await ReadAsync($"{address}/versions/1");
        Assert.Equal(
            "In **Kingston**, four states…", first.GetProperty("translations").GetProperty("en").GetProperty("body").GetString());

        var differences = await ReadAsync($"{address}/versions/1/differences?with=2");
        Assert.Equal("topics", Assert.Single(differences.GetProperty("fields").EnumerateArray()).GetProperty("field").GetString());
        var text = Assert.Single(differences.GetProperty("texts").EnumerateArray());
        Assert.Equal(("en", "body"), (text.GetProperty("language").GetString(), text.GetProperty("field").GetString()));
        var parts = text.GetProperty("parts").EnumerateArray()
            .Select(part => (Kind: part.GetProperty("kind").GetString(), Text: part.GetProperty("text").GetString())).ToList();
        Assert.Contains(("deleted", "four"), parts);
        Assert.Equal(
            "In **Kingston**, four states…", string.Concat(parts.Where(part => part.Kind != "inserted").Select(part => part.Text)));
        Assert.Equal(
            "In **Kingston**, five small states…", string.Concat(parts.Where(part => part.Kind != "deleted").Select(part => part.Text)));
        Assert.Equal(2, (await ReadAsync($"{address}/versions/1/differences")).GetProperty("texts").GetArrayLength());
        using var unknown = await app.Administrator.ReadAsync($"{address}/versions/9");
        await unknown.AssertProblemAsync(HttpStatusCode.NotFound, "missing");
    }

    [Fact]
    public async Task The_caller_reads_who_they_are()
    {
        var me = await ReadAsync("/api/me");

        Assert.Equal(("administrator", "administrator"), (me.GetProperty("id").GetString(), me.GetProperty("role").GetString()));
        Assert.Equal("administrator", me.GetProperty("offices").GetProperty("port-of-spain").GetString());
    }

    private async Task<string> CreateAsync()
    {
        using var created = await app.Administrator.PostAsync("/api/releases", ReleaseJson.Right().ToJsonString());
        return created.Headers.Location!.ToString();
    }

    private async Task<JsonElement> ReadAsync(string address)
    {
        using var answer = await app.Administrator.ReadAsync(address);
        return await answer.JsonAsync();
    }

    private async Task<HttpStatusCode> WriteAsync(string address, string language, string headline, string? ifMatch)
    {
        var json = $$"""{ "headline": "{{headline}}", "body": "…" }""";
        using var answer = ifMatch is null
            ? await app.Administrator.PutAsync($"{address}/translations/{language}", json)
            : await app.Administrator.PutAsync($"{address}/translations/{language}", json, ("If-Match", ifMatch));
        return answer.StatusCode;
    }
}
