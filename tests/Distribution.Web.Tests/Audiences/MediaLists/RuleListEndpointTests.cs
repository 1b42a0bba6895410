using System.Net;
using Distribution.Audiences.Subscriptions;
using Distribution.Testing;

namespace Distribution.Web.Tests.Audiences.MediaLists;

public sealed class RuleListEndpointTests(PressOfficeHost fixture) : IClassFixture<PressOfficeHost>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private readonly HttpHost app = fixture.App;

    [Fact]
    public async Task A_list_gets_a_rule_says_that_its_members_are_being_found_and_then_who_they_are_and_why()
    {
        (await app.Administrator.PostAsync("/api/contacts", Contact("rosa@example.org", "TT", "harbours"))).EnsureSuccessStatusCode();
        (await app.Administrator.PostAsync("/api/contacts", Contact("ana@example.org", "JM", "harbours"))).EnsureSuccessStatusCode();

        using var created = await app.Administrator.PostAsync(
            "/api/media-lists",
            """{ "id": "harbours", "names": { "en": "Harbours" }, "rule": { "countries": ["TT"], "topics": ["Harbours"] } }""");
        var rule = (await created.JsonAsync(HttpStatusCode.Created)).GetProperty("rule");
        Assert.Equal("harbours", rule.GetProperty("topics")[0].GetString());
        using var waiting = await app.Administrator.ReadAsync("/api/media-lists/harbours/refresh");
        Assert.True((await waiting.JsonAsync()).GetProperty("isRefreshing").GetBoolean());

        await app.Get<RefreshMembers>().RunAsync("harbours", Token);

        using var progress = await app.Administrator.ReadAsync("/api/media-lists/harbours/refresh");
        Assert.Equal(1, (await progress.JsonAsync()).GetProperty("entered").GetInt32());
        using var members = await app.Administrator.ReadAsync("/api/subscriptions?list=harbours&state=confirmed");
        var member = Assert.Single((await members.JsonAsync()).GetProperty("items").EnumerateArray());
        Assert.True(member.GetProperty("isByRule").GetBoolean());
        Assert.Equal(("rule", "country TT, topic harbours"), (
            member.GetProperty("consent").GetProperty("basis")
                .GetString(), member.GetProperty("consent").GetProperty("evidence").GetString()));
        using var ended = await app.Administrator.ReadAsync("/api/subscriptions?list=harbours&state=ended");
        Assert.Empty((await ended.JsonAsync()).GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task A_rule_s_list_is_deleted_with_the_members_that_only_its_rule_has_put_there()
    {
        (await app.Administrator.PostAsync("/api/contacts", Contact("lena@example.org", "DM", "ferries"))).EnsureSuccessStatusCode();
        (await app.Administrator.PostAsync(
            "/api/media-lists",
            """{ "id": "ferries", "names": { "en": "Ferries" }, "rule": { "countries": ["DM"], "topics": ["ferries"] } }"""))
            .EnsureSuccessStatusCode();
        await app.Get<RefreshMembers>().RunAsync("ferries", Token);
        var subscriptions = app.Get<SubscriptionStore>();
        Assert.Single((await subscriptions.PageAsync("ferries", null, 10, null, Token)).Items);

        using var deleted = await app.Administrator.RemoveAsync("/api/media-lists/ferries");
        Assert.Equal(HttpStatusCode.NoContent, deleted.StatusCode);
        await app.Get<RefreshMembers>().RunAsync("ferries", Token);

        Assert.Empty((await subscriptions.PageAsync("ferries", null, 10, null, Token)).Items);
    }

    [Theory]
    [InlineData("rule", "{ }")]
    [InlineData("rule.countries.0", """{ "countries": ["ZZ"] }""")]
    [InlineData("rule.topics.1", """{ "topics": ["reefs", ""] }""")]
    [InlineData("rule.languages.0", """{ "languages": ["?"] }""")]
    public async Task What_is_wrong_in_a_rule_is_named(string field, string rule)
    {
        using var answer = await app.Administrator.PostAsync("/api/media-lists", $$"""{ "names": { "en": "Wrong" }, "rule": {{rule}} }""");

        await answer.AssertFieldAsync(HttpStatusCode.UnprocessableEntity, "invalid", field);
    }

    [Fact]
    public async Task A_list_that_is_not_there_is_not_being_refreshed()
    {
        using var answer = await app.Administrator.ReadAsync("/api/media-lists/no-such-list/refresh");

        await answer.AssertProblemAsync(HttpStatusCode.NotFound, "missing");
    }

    [Fact]
    public async Task A_list_with_fixed_members_is_not_being_refreshed()
    {
        using var answer = await app.Administrator.ReadAsync("/api/media-lists/everyone/refresh");

        Assert.False((await answer.JsonAsync()).GetProperty("isRefreshing").GetBoolean());
    }

    [Fact]
    public async Task A_state_that_is_none_is_refused()
    {
        using var answer = await app.Administrator.ReadAsync("/api/subscriptions?list=everyone&state=gone");

        await answer.AssertFieldAsync(HttpStatusCode.BadRequest, "unreadable", "state");
    }

    private static string Contact(string address, string country, string topic) =>
        $$"""{ "address": "{{address}}", "name": "R", "languages": ["es"], "countries": ["{{country}}"], "topics": ["{{topic}}"], "source": "card", "lawfulBasis": "consent" }""";
}
