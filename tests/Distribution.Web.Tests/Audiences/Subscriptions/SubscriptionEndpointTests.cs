using System.Net;
using Distribution.Publisher.Users;
using Distribution.Testing;

namespace Distribution.Web.Tests.Audiences.Subscriptions;

public sealed class SubscriptionEndpointTests(PressOfficeHost fixture) : IClassFixture<PressOfficeHost>
{
    private readonly HttpHost app = fixture.App;

    [Fact]
    public async Task A_contact_is_put_on_a_list_on_consent_that_is_kept()
    {
        var contact = await ContactAsync("consent@example.org");

        using var created = await app.Administrator.PostAsync($"{contact}/subscriptions", Subscription("everyone"));

        var subscription = await created.JsonAsync(HttpStatusCode.Created);
        Assert.Equal($"{contact}/subscriptions/everyone", created.Headers.Location!.ToString());
        Assert.Equal("confirmed", subscription.GetProperty("state").GetString());
        Assert.Equal("asked by telephone", subscription.GetProperty("consent").GetProperty("basis").GetString());
        using var read = await app.Administrator.ReadAsync($"{contact}/subscriptions/everyone");
        Assert.Equal("Told Ana.", (await read.JsonAsync()).GetProperty("consent").GetProperty("evidence").GetString());
    }

    [Fact]
    public async Task A_subscriber_is_found_on_the_list_and_one_who_unsubscribed_cannot_be_brought_back()
    {
        var contact = await ContactAsync("left@example.org");
        (await app.Administrator.PostAsync($"{contact}/subscriptions", Subscription("everyone"))).EnsureSuccessStatusCode();

        using var again = await app.Administrator.PostAsync($"{contact}/subscriptions", Subscription("everyone"));
        await again.AssertProblemAsync(HttpStatusCode.Conflict, "exists");
        Assert.Equal($"{contact}/subscriptions/everyone", again.Headers.Location!.ToString());

        using var ended = await app.Administrator.RemoveAsync($"{contact}/subscriptions/everyone?reason=telephoned");
        Assert.Equal(HttpStatusCode.NoContent, ended.StatusCode);
        using var back = await app.Administrator.PostAsync($"{contact}/subscriptions", Subscription("everyone"));
        await back.AssertProblemAsync(HttpStatusCode.Conflict, "wrong-state");
        using var read = await app.Administrator.ReadAsync($"{contact}/subscriptions/everyone");
        Assert.Equal("telephoned", (await read.JsonAsync()).GetProperty("endedReason").GetString());
    }

    [Fact]
    public async Task Subscriptions_are_listed_by_list_and_by_contact()
    {
        (await app.Administrator.PostAsync("/api/media-lists", """{ "id": "listed", "names": { "en": "Listed" } }""")).EnsureSuccessStatusCode();
        var first = await ContactAsync("listed1@example.org");
        var second = await ContactAsync("listed2@example.org");
        foreach (var contact in new[] { first, second }) (await app.Administrator.PostAsync($"{contact}/subscriptions", Subscription("listed"))).EnsureSuccessStatusCode();
        (await app.Administrator.PostAsync($"{first}/subscriptions", Subscription("desk-press"))).EnsureSuccessStatusCode();

        using var part = await app.Administrator.ReadAsync("/api/subscriptions?list=listed&limit=1");
        var page = await part.JsonAsync();
        using var rest = await app.Administrator.ReadAsync($"/api/subscriptions?list=listed&limit=1&after={page.GetProperty("next").GetString()}");
        var contacts = page.GetProperty("items").EnumerateArray().Concat((await rest.JsonAsync()).GetProperty("items").EnumerateArray())
            .Select(item => $"/api/contacts/{item.GetProperty("contact").GetString()}");
        Assert.Equal(new[] { first, second }.Order(), contacts);

        using var ofContact = await app.Administrator.ReadAsync($"{first}/subscriptions");
        var lists = (await ofContact.JsonAsync()).GetProperty("items").EnumerateArray().Select(item => item.GetProperty("list").GetString());
        Assert.Equal(["desk-press", "listed"], lists);
    }

    [Theory]
    [InlineData("/api/subscriptions")]
    [InlineData("/api/subscriptions?list=no-such-list")]
    [InlineData("/api/subscriptions?list=a%2Fb")]
    public async Task A_list_that_is_not_there_is_named(string address)
    {
        using var answer = await app.Administrator.ReadAsync(address);

        await answer.AssertFieldAsync(HttpStatusCode.BadRequest, "unreadable", "list");
    }

    [Theory]
    [InlineData("list", "no-such-list", "asked", "Told Ana.")]
    [InlineData("basis", "everyone", "", "Told Ana.")]
    [InlineData("evidence", "everyone", "asked", "")]
    public async Task Bad_input_names_the_field(string field, string list, string basis, string evidence)
    {
        var contact = await ContactAsync($"bad-{field}@example.org");

        using var answer = await app.Administrator.PostAsync($"{contact}/subscriptions", Subscription(list, basis, evidence));

        await answer.AssertFieldAsync(HttpStatusCode.UnprocessableEntity, "invalid", field);
    }

    [Fact]
    public async Task Somebody_who_is_no_contact_is_missing()
    {
        using var answer = await app.Administrator.PostAsync($"/api/contacts/{new string('0', 32)}/subscriptions", Subscription("everyone"));
        await answer.AssertProblemAsync(HttpStatusCode.NotFound, "missing");
        using var ended = await app.Administrator.RemoveAsync($"/api/contacts/{new string('0', 32)}/subscriptions/everyone");
        await ended.AssertProblemAsync(HttpStatusCode.NotFound, "missing");
        using var listed = await app.Administrator.ReadAsync($"/api/contacts/{new string('0', 32)}/subscriptions");
        await listed.AssertProblemAsync(HttpStatusCode.NotFound, "missing");
    }

    [Theory]
    [InlineData(PressOffice.Desk, "desk-press", HttpStatusCode.Created)]
    [InlineData(PressOffice.Desk, "kingston-press", HttpStatusCode.Created)]
    [InlineData(PressOffice.Desk, "everyone", HttpStatusCode.Created)]
    [InlineData(PressOffice.Child, "desk-press", HttpStatusCode.Forbidden)]
    [InlineData(PressOffice.Foreign, "desk-press", HttpStatusCode.Forbidden)]
    public async Task An_author_writes_the_lists_of_their_office_of_those_below_it_and_of_the_organisation(
        string office, string list, HttpStatusCode status)
    {
        var contact = await ContactAsync($"{office}.{list}@example.org");
        using var officer = await fixture.ClientAsync(Role.Author, office);

        using var answer = await officer.PostAsync($"{contact}/subscriptions", Subscription(list));
        using var ended = await officer.RemoveAsync($"{contact}/subscriptions/{list}");

        Assert.Equal(status, answer.StatusCode);
        Assert.Equal(status == HttpStatusCode.Created ? HttpStatusCode.NoContent : HttpStatusCode.Forbidden, ended.StatusCode);
    }

    /// <returns>The contact's address in the API.</returns>
    private async Task<string> ContactAsync(string address)
    {
        using var created = await app.Administrator.PostAsync(
            "/api/contacts", $$"""{ "address": "{{address}}", "name": "Rosa", "languages": ["es"], "source": "card", "lawfulBasis": "consent" }""");
        await created.JsonAsync(HttpStatusCode.Created);
        return created.Headers.Location!.ToString();
    }

    private static string Subscription(string list, string basis = "asked by telephone", string evidence = "Told Ana.") =>
        $$"""{ "list": "{{list}}", "basis": "{{basis}}", "evidence": "{{evidence}}" }""";
}
