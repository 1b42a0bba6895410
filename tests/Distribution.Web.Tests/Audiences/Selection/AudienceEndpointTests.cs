using System.Net;
using System.Text.Json;
using Distribution.Publisher.Users;
using Distribution.Testing;

namespace Distribution.Web.Tests.Audiences.Selection;

public sealed class AudienceEndpointTests(PressOfficeHost fixture) : IClassFixture<PressOfficeHost>
{
    private readonly HttpHost app = fixture.App;

    [Fact]
    public async Task An_audience_is_counted_by_list_language_country_type_and_reason()
    {
        (await app.Administrator.PostAsync(
            "/api/outlets", """{ "id": "wave", "name": "Wave", "type": "radio" }""")).EnsureSuccessStatusCode();
        await ListAsync("counted", "counted-rivals");
        await SubscribedAsync("counted1@example.org", ["counted"], outlet: "wave");
        await SubscribedAsync("counted2@example.org", ["counted", "counted-rivals"]);
        var left = await SubscribedAsync("counted3@example.org", ["counted"]);
        (await app.Administrator.RemoveAsync($"{left}/subscriptions/counted")).EnsureSuccessStatusCode();
        using var reader = await fixture.ClientAsync(Role.Viewer);

        using var answer = await reader.PostAsync(
            "/api/audiences/estimate",
            """{ "audience": { "lists": ["counted"], "excludedLists": ["counted-rivals"] }, "languages": ["en", "es"] }""");

        var estimate = await answer.JsonAsync();
        Assert.Equal((1, 4, 0), (estimate.GetProperty("planned")
            .GetInt32(), estimate.GetProperty("rows").GetInt32(), estimate.GetProperty("duplicates").GetInt32()));
        Assert.Equal("""{"counted":1}{"es":1}{"TT":1}{"radio":1}""", string.Concat(
            new[] { "lists", "languages", "countries", "outletTypes" }.Select(part => Compact(estimate.GetProperty(part)))));
        Assert.Equal((1, 1), (Reason(estimate, "excluded"), Reason(estimate, "ended")));
    }

    [Fact]
    public async Task Why_somebody_gets_a_release_is_told_by_their_address()
    {
        await ListAsync("why", "why-rivals");
        var contact = await SubscribedAsync("why@example.org", ["why"]);

        using var answer = await app.Administrator.PostAsync(
            "/api/audiences/why",
            """{ "audience": { "lists": ["why"], "countries": ["TT"], "topics": ["reefs"] }, "address": "why@example.org", "languages": ["fr", "es"] }""");

        var why = await answer.JsonAsync();
        Assert.Equal(contact, $"/api/contacts/{why.GetProperty("contact").GetString()}");
        Assert.Equal("filtered", why.GetProperty("reason").GetString());
        Assert.Equal("confirmed asked by telephone", why.GetProperty("lists")[0] is var list
            ? $"{list.GetProperty("state").GetString()} {list.GetProperty("consent").GetProperty("basis").GetString()}"
            : "");
        Assert.Equal(
            ["countries True", "topics False"],
            why.GetProperty("filters").EnumerateArray()
                .Select(filter => $"{filter.GetProperty("filter").GetString()} {filter.GetProperty("passes").GetBoolean()}"));

        using var planned = await app.Administrator.PostAsync(
            "/api/audiences/why", """{ "audience": { "lists": ["why"] }, "address": "why@example.org", "languages": ["fr", "es"] }""");
        var yes = await planned.JsonAsync();
        Assert.Equal((true, "es", "recipient"), (
            yes.GetProperty("isPlanned")
                .GetBoolean(), yes.GetProperty("language").GetString(), yes.GetProperty("languageReason").GetString()));
    }

    [Fact]
    public async Task Why_somebody_gets_nothing_names_exclusions_and_the_suppression()
    {
        await ListAsync("out", "out-rivals");
        var contact = (await SubscribedAsync("out@example.org", ["out", "out-rivals"])).Split('/')[^1];
        (await app.Administrator.PostAsync(
            "/api/suppressions",
            """{ "address": "out@example.org", "reason": "asked", "evidence": "Wrote to us." }""")).EnsureSuccessStatusCode();

        using var answer = await app.Administrator.PostAsync("/api/audiences/why", $$"""
            { "audience": { "lists": ["out"], "excludedLists": ["out-rivals"], "excludedContacts": ["{{contact}}"] }, "contact": "{{contact}}" }
            """);

        var why = await answer.JsonAsync();
        Assert.Equal((false, "suppressed"), (why.GetProperty("isPlanned").GetBoolean(), why.GetProperty("reason").GetString()));
        Assert.Equal("Wrote to us.", why.GetProperty("suppression").GetProperty("evidence").GetString());
        Assert.Equal(
            ["list", "contact"],
            why.GetProperty("exclusions").EnumerateArray().Select(exclusion => exclusion.GetProperty("by").GetString()));
    }

    [Fact]
    public async Task A_release_is_estimated_with_its_own_audience_and_translations()
    {
        await ListAsync("own", "own-rivals");
        await SubscribedAsync("own@example.org", ["own"]);
        using var created = await app.Administrator.PostAsync("/api/releases", """
            {
              "office": "port-of-spain", "pressOfficers": ["maelle"], "originalLanguage": "fr", "audience": { "lists": ["own"], "excludedLists": ["own-rivals"] },
              "translations": { "fr": { "headline": "Récifs", "body": "Texte." } }
            }
            """);
        await created.JsonAsync(HttpStatusCode.Created);

        using var answer = await app.Administrator.ReadAsync($"{created.Headers.Location}/audience");

        Assert.Equal("""{"fr":1}""", Compact((await answer.JsonAsync()).GetProperty("languages")));
        using var missing = await app.Administrator.ReadAsync($"/api/releases/{new string('0', 32)}/audience");
        await missing.AssertProblemAsync(HttpStatusCode.NotFound, "missing");
    }

    [Theory]
    [InlineData("audience.lists", """{ "lists": [] }""")]
    [InlineData("audience.lists.0", """{ "lists": ["no-such-list"] }""")]
    [InlineData("audience.excludedLists.0", """{ "lists": ["everyone"], "excludedLists": ["everyone"] }""")]
    [InlineData("audience.excludedLists.0", """{ "lists": ["everyone"], "excludedLists": ["no-such-list"] }""")]
    [InlineData("audience.excludedOutlets.0", """{ "lists": ["everyone"], "excludedOutlets": ["no-such-outlet"] }""")]
    [InlineData("audience.excludedContacts.0", """{ "lists": ["everyone"], "excludedContacts": ["rosa@example.org"] }""")]
    [InlineData("audience.countries.0", """{ "lists": ["everyone"], "countries": ["ZZ"] }""")]
    public async Task What_is_wrong_in_an_audience_is_named(string field, string audience)
    {
        using var estimate = await app.Administrator.PostAsync("/api/audiences/estimate", $$"""{ "audience": {{audience}} }""");
        await estimate.AssertFieldAsync(HttpStatusCode.UnprocessableEntity, "invalid", field);

        using var release = await app.Administrator.PostAsync("/api/releases", $$"""
            { "office": "port-of-spain", "state": "submitted", "pressOfficers": ["maelle"], "audience": {{audience}}, "translations": { "fr": { "headline": "R", "body": "T" } } }
            """);
        await release.AssertFieldAsync(HttpStatusCode.UnprocessableEntity, "invalid", field);
    }

    [Theory]
    [InlineData("contact", "")]
    [InlineData("contact", """, "contact": "a", "address": "rosa@example.org" """)]
    [InlineData("address", """, "address": "rosa" """)]
    [InlineData("languages.0", """, "contact": "a", "languages": ["?"] """)]
    public async Task A_question_about_one_person_names_one_person(string field, string rest)
    {
        using var answer =
            await app.Administrator.PostAsync("/api/audiences/why", $$"""{ "audience": { "lists": ["everyone"] }{{rest}} }""");

        await answer.AssertFieldAsync(HttpStatusCode.UnprocessableEntity, "invalid", field);
    }

    [Theory]
    [InlineData(""" "address": "nobody@example.org" """)]
    [InlineData(""" "contact": "00000000000000000000000000000000" """)]
    [InlineData(""" "contact": "a/b" """)]
    [InlineData(""" "contact": "" """)]
    public async Task Somebody_who_is_not_known_is_missing(string who)
    {
        using var answer =
            await app.Administrator.PostAsync("/api/audiences/why", $$"""{ "audience": { "lists": ["everyone"] }, {{who}} }""");

        await answer.AssertProblemAsync(HttpStatusCode.NotFound, "missing");
    }

    private async Task ListAsync(params string[] ids)
    {
        foreach (var id in ids)
            (await app.Administrator.PostAsync(
                "/api/media-lists", $$"""{ "id": "{{id}}", "names": { "en": "{{id}}" } }""")).EnsureSuccessStatusCode();
    }

    /// <returns>The contact's address in the API.</returns>
    private async Task<string> SubscribedAsync(string address, string[] lists, string? outlet = null)
    {
        var positions = outlet is null ? "" : $$"""{ "outlet": "{{outlet}}" }""";
        using var created = await app.Administrator.PostAsync("/api/contacts", $$"""
            { "address": "{{address}}", "name": "Rosa", "languages": ["es"], "countries": ["TT"], "positions": [{{positions}}], "source": "card", "lawfulBasis": "consent" }
            """);
        await created.JsonAsync(HttpStatusCode.Created);
        foreach (var list in lists)
        {
            (await app.Administrator.PostAsync(
                $"{created.Headers.Location}/subscriptions",
                $$"""{ "list": "{{list}}", "basis": "asked by telephone", "evidence": "Told Ana." }""")).EnsureSuccessStatusCode();
        }

        return created.Headers.Location!.ToString();
    }

    private static int Reason(JsonElement estimate, string reason) => estimate.GetProperty("excluded").GetProperty(reason).GetInt32();

    private static string Compact(JsonElement element) => JsonSerializer.Serialize(element);
}
