using System.Net;
using System.Text.Json;
using Distribution.Audiences.Topics;
using Distribution.Platform.Jobs;
using Distribution.Publisher.Users;
using Distribution.Testing;

namespace Distribution.Web.Tests.Publisher.Topics;

/// <summary>The vocabulary through the API.</summary>
public sealed class TopicTests(Azurite azurite) : IAsyncLifetime
{
    private const string Health = """
        { "id": "health", "names": { "en": "Health", "fr": "Santé" }, "synonyms": { "en": ["medicine"] } }
        """;

    private PressOfficeHost fixture = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private HttpHost App => fixture.App;

    public async ValueTask InitializeAsync()
    {
        fixture = new(azurite);
        await fixture.InitializeAsync();
    }

    public ValueTask DisposeAsync() => fixture.DisposeAsync();

    [Fact]
    public async Task A_topic_is_created_read_listed_and_replaced_with_its_version()
    {
        await CreateAsync(Health);
        using var read = await App.Administrator.ReadAsync("/api/topics/health");
        var topic = await read.JsonAsync();
        Assert.Equal("medicine", topic.GetProperty("synonyms").GetProperty("en")[0].GetString());
        var version = ("If-Match", read.Headers.ETag!.ToString());

        using var changed = await App.Administrator.PutAsync("/api/topics/health", topic.GetRawText(), version);
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        using var stale = await App.Administrator.PutAsync("/api/topics/health", topic.GetRawText(), version);
        await stale.AssertProblemAsync(HttpStatusCode.PreconditionFailed, "changed");
        using var list = await App.Administrator.ReadAsync("/api/topics");
        Assert.Equal(["health"], Words(await list.JsonAsync(), "items", "id"));
    }

    [Theory]
    [InlineData("names.fr", """{ "names": { "en": "Medicine men", "fr": "SANTE" } }""")]
    [InlineData("parent", """{ "names": { "en": "New" }, "parent": "nothing" }""")]
    [InlineData("synonyms.en.0", """{ "names": { "en": "New" }, "synonyms": { "en": ["Medicine"] } }""")]
    [InlineData("synonyms.xx-y", """{ "names": { "en": "New" }, "synonyms": { "xx-y": ["word"] } }""")]
    public async Task A_topic_that_is_not_right_or_takes_the_words_of_another_is_refused(string field, string body)
    {
        await CreateAsync(Health);

        using var answer = await App.Administrator.PostAsync("/api/topics", body);

        await answer.AssertFieldAsync(HttpStatusCode.UnprocessableEntity, "invalid", field);
    }

    [Fact]
    public async Task Only_administrators_of_the_organisation_change_the_vocabulary()
    {
        using var client = await fixture.ClientAsync(Role.Administrator, PressOffice.Desk);

        using var created = await client.PostAsync("/api/topics", Health);
        await created.AssertProblemAsync(HttpStatusCode.Forbidden, "forbidden");
        using var gathered = await client.PostAsync("/api/topic-words", "{}");
        await gathered.AssertProblemAsync(HttpStatusCode.Forbidden, "forbidden");
    }

    [Fact]
    public async Task Releases_and_rules_name_topics_by_any_word_and_nothing_else()
    {
        await CreateAsync(Health);

        using var list = await App.Administrator.PostAsync(
            "/api/media-lists", """{ "id": "h", "names": { "en": "H" }, "rule": { "topics": ["Santé"] } }""");
        Assert.Equal("health", (await list.JsonAsync(HttpStatusCode.Created)).GetProperty("rule").GetProperty("topics")[0].GetString());
        using var wrong = await App.Administrator.PostAsync(
            "/api/media-lists", """{ "id": "i", "names": { "en": "I" }, "rule": { "topics": ["health", "volcanoes"] } }""");
        await wrong.AssertFieldAsync(HttpStatusCode.UnprocessableEntity, "invalid", "rule.topics.1");
        using var release = await App.Administrator.PostAsync("/api/releases", """
            { "office": "port-of-spain", "topics": ["volcanoes"], "audience": { "lists": ["everyone"], "topics": ["volcanoes"] },
              "translations": { "en": { "headline": "H", "body": "B" } } }
            """);
        var errors = (await release.JsonAsync(HttpStatusCode.UnprocessableEntity)).GetProperty("errors");
        Assert.Equal(
            ["audience.topics.0", "topics.0"],
            errors.EnumerateObject().Select(error => error.Name).Where(name => name.Contains("topics", StringComparison.Ordinal)).Order());
    }

    [Fact]
    public async Task Words_in_use_are_listed_and_made_to_mean_a_topic()
    {
        await CreateAsync(Health);
        using var contact = await App.Administrator.PostAsync("/api/contacts", """
            { "address": "rosa@example.org", "name": "Rosa", "languages": ["es"], "topics": ["Vacunas", "medicine", "sailing"],
              "source": "visiting card", "lawfulBasis": "legitimateInterests" }
            """);
        var id = (await contact.JsonAsync(HttpStatusCode.Created)).GetProperty("id").GetString()!;
        Assert.Equal("health", (await ContactAsync(id)).GetProperty("topics")[1].GetString());
        using var before = await App.Administrator.ReadAsync("/api/topic-words");
        Assert.False((await before.JsonAsync()).GetProperty("isGathering").GetBoolean());

        using var started = await App.Administrator.PostAsync("/api/topic-words", "{}");
        Assert.Equal(HttpStatusCode.Accepted, started.StatusCode);
        await RunAsync();
        using var words = await App.Administrator.ReadAsync("/api/topic-words");
        Assert.Equal(["sailing", "vacunas"], Words(await words.JsonAsync(), "words", "word"));
        using var mapped = await App.Administrator.PostAsync(
            "/api/topics/health/synonyms", """{ "language": "es", "words": ["vacunas"] }""");
        Assert.Equal("vacunas", (await mapped.JsonAsync()).GetProperty("synonyms").GetProperty("es")[0].GetString());
        await RunAsync();

        var topics = (await ContactAsync(id)).GetProperty("topics").EnumerateArray().Select(topic => topic.GetString());
        Assert.Equal(["health", "sailing"], topics);
        using var after = await App.Administrator.ReadAsync("/api/topic-words");
        Assert.Equal(["sailing"], Words(await after.JsonAsync(), "words", "word"));
    }

    [Fact]
    public async Task A_topic_in_use_is_deleted_in_favour_of_another_only()
    {
        await CreateAsync(Health);
        await CreateAsync("""{ "id": "care", "names": { "en": "Care" } }""");
        using var list = await App.Administrator.PostAsync(
            "/api/media-lists", """{ "id": "h", "names": { "en": "H" }, "rule": { "topics": ["health"] } }""");
        list.EnsureSuccessStatusCode();

        using var refused = await App.Administrator.RemoveAsync("/api/topics/health");
        await refused.AssertProblemAsync(HttpStatusCode.Conflict, "in-use");
        using var wrong = await App.Administrator.RemoveAsync("/api/topics/health?replacement=nothing");
        await wrong.AssertFieldAsync(HttpStatusCode.UnprocessableEntity, "invalid", "replacement");
        using var deleted = await App.Administrator.RemoveAsync("/api/topics/health?replacement=care");
        Assert.Equal(HttpStatusCode.NoContent, deleted.StatusCode);
        await RunAsync();

        using var rule = await App.Administrator.ReadAsync("/api/media-lists/h");
        Assert.Equal("care", (await rule.JsonAsync()).GetProperty("rule").GetProperty("topics")[0].GetString());
        using var care = await App.Administrator.ReadAsync("/api/topics/care");
        Assert.Equal("health", (await care.JsonAsync()).GetProperty("replaces")[0].GetString());
    }

    private async Task CreateAsync(string topic)
    {
        using var created = await App.Administrator.PostAsync("/api/topics", topic);
        Assert.Equal(HttpStatusCode.Created, created.StatusCode);
    }

    private async Task<JsonElement> ContactAsync(string id)
    {
        using var read = await App.Administrator.ReadAsync($"/api/contacts/{id}");
        return await read.JsonAsync();
    }

    private Task RunAsync() => App.Get<RunWork>().RunAsync($"{GatherTopics.JobName}|all", Token);

    private static IEnumerable<string?> Words(JsonElement answer, string list, string field) =>
        answer.GetProperty(list).EnumerateArray().Select(item => item.GetProperty(field).GetString());
}
