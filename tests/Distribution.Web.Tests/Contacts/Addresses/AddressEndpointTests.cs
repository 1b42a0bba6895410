using System.Net;
using System.Text.Json;
using Distribution.Contacts.Contacts;
using Distribution.Publisher.Users;
using Distribution.Testing;

namespace Distribution.Web.Tests.Contacts.Addresses;

public sealed class AddressEndpointTests(PressOfficeHost fixture) : IClassFixture<PressOfficeHost>
{
    private const string Route = "/api/addresses/check";

    private readonly HttpHost app = fixture.App;

    [Fact]
    public async Task Each_text_gets_an_answer_in_its_place_and_nothing_is_kept()
    {
        var slip = "rosa@" + "gmial.com";
        using var answer = await app.Administrator.PostAsync(Route, Body(" Rosa@EXAMPLE.org", "Rosa <rosa@example.org>", slip, "redaccion@example.org", null, "rosa"));

        var items = (await answer.JsonAsync()).GetProperty("items").EnumerateArray().ToList();
        Assert.Equal(
            ["Rosa@example.org", null, slip, "redaccion@example.org", null, null],
            items.Select(item => item.GetProperty("address").GetString()));
        Assert.Equal(
            [null, "displayName", null, null, "empty", "noAt"],
            items.Select(item => item.GetProperty("fault").GetString()));
        Assert.Equal("rosa@example.org", items[1].GetProperty("suggestion").GetString());
        Assert.Equal("has no @: an address is like rosa@example.org.", items[5].GetProperty("message").GetString());
        Assert.Equal(("domainTypo", "rosa@" + "gmail.com"), Finding(items[2]));
        Assert.Equal(("role", null), Finding(items[3]));
        Assert.Empty((await app.Get<ContactStore>().PageAsync(10, null, TestContext.Current.CancellationToken)).Items);
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(1000, true)]
    [InlineData(1001, false)]
    public async Task One_to_a_thousand_texts_are_looked_at(int count, bool taken)
    {
        using var answer = await app.Administrator.PostAsync(Route, Body([.. Enumerable.Repeat("rosa@example.org", count)]));

        if (taken) Assert.Equal(count, (await answer.JsonAsync()).GetProperty("items").GetArrayLength());
        else await answer.AssertFieldAsync(HttpStatusCode.UnprocessableEntity, "invalid", "addresses");
    }

    [Theory]
    [InlineData("addresses", "{}")]
    [InlineData("addresses", """{ "addresses": "rosa@example.org" }""")]
    [InlineData("addresses.1", """{ "addresses": ["rosa@example.org", 7] }""")]
    public async Task What_cannot_be_read_names_the_field(string field, string json)
    {
        using var answer = await app.Administrator.PostAsync(Route, json);

        await answer.AssertFieldAsync(HttpStatusCode.BadRequest, "unreadable", field);
    }

    [Fact]
    public async Task Officers_of_any_office_ask_and_readers_do_not()
    {
        using var officer = await fixture.ClientAsync(Role.Author, PressOffice.Foreign);
        using var reader = await fixture.ClientAsync(Role.Viewer);

        (await officer.PostAsync(Route, Body("rosa@example.org"))).EnsureSuccessStatusCode();
        using var refused = await reader.PostAsync(Route, Body("rosa@example.org"));
        await refused.AssertProblemAsync(HttpStatusCode.Forbidden, "forbidden");
    }

    [Fact]
    public async Task A_contact_is_refused_with_the_same_sentence_and_the_suggestion()
    {
        using var answer = await app.Administrator.PostAsync(
            "/api/contacts", """{ "address": "mailto:rosa@example.org", "name": "Rosa", "languages": ["en"], "source": "card", "lawfulBasis": "consent" }""");

        Assert.Equal(
            "begins with mailto: as links do: leave that away. Perhaps rosa@example.org is meant.",
            await answer.AssertFieldAsync(HttpStatusCode.UnprocessableEntity, "invalid", "address"));
    }

    private static (string?, string?) Finding(JsonElement item)
    {
        var finding = Assert.Single(item.GetProperty("findings").EnumerateArray());
        return (finding.GetProperty("kind").GetString(), finding.GetProperty("suggestion").GetString());
    }

    private static string Body(params string?[] addresses) => JsonSerializer.Serialize(new { addresses });
}
