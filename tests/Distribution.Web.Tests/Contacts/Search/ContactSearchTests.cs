using System.Net;
using System.Text.Json;
using Distribution.Audiences.Indexing;
using Distribution.Platform.Jobs;
using Distribution.Publisher.Users;
using Distribution.Testing;

namespace Distribution.Web.Tests.Contacts.Search;

public sealed class ContactSearchTests(PressOfficeHost fixture) : IClassFixture<PressOfficeHost>, IAsyncLifetime
{
    private readonly HttpHost app = fixture.App;

    public async ValueTask InitializeAsync()
    {
        await app.Administrator.PostAsync("/api/outlets", """{ "id": "gazette", "name": "Gazette", "type": "daily" }""");
        foreach (var (name, address) in new[] { ("Zoë Łukasz", "zoe@example.org"), ("Ángela Márquez", "angela@example.org"), ("Rosa Núñez", "rosa@example.org") })
            await app.Administrator.PostAsync("/api/contacts", Contact(name, address));
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Contacts_come_in_the_order_of_their_names_with_what_a_list_shows()
    {
        var items = (await ListAsync("/api/contacts")).EnumerateArray().ToList();

        Assert.Equal(["Ángela Márquez", "Rosa Núñez", "Zoë Łukasz"], items.Select(item => item.GetProperty("name").GetString()));
        Assert.Equal(
            """{"id":"gazette","name":"Gazette","type":"daily"}""", items[0].GetProperty("outlet").GetRawText().Replace(" ", "", StringComparison.Ordinal));
        Assert.Equal(("angela@example.org", "active"), (items[0].GetProperty("address").GetString(), items[0].GetProperty("status").GetString()));
        Assert.Equal(["es"], items[0].GetProperty("languages").EnumerateArray().Select(language => language.GetString()));
    }

    [Theory]
    [InlineData("q=mar", "Ángela Márquez")]
    [InlineData("q=LUKASZ+zo", "Zoë Łukasz")]
    [InlineData("q=%27%25*", "")]
    [InlineData("q=&country=tt&topic=Reefs&language=ES&outletType=daily&outlet=gazette&tag=VIP&status=active", "Ángela Márquez, Rosa Núñez, Zoë Łukasz")]
    [InlineData("list=everyone", "")]
    [InlineData("country=JM", "")]
    [InlineData("status=archived", "")]
    public async Task A_query_finds_whom_it_names(string query, string names) =>
        Assert.Equal(names, string.Join(", ", (await ListAsync($"/api/contacts?{query}")).EnumerateArray().Select(item => item.GetProperty("name").GetString())));

    [Fact]
    public async Task The_next_part_is_of_the_same_search()
    {
        using var first = await app.Administrator.ReadAsync("/api/contacts?country=TT&limit=2");
        var link = first.Headers.GetValues("Link").Single();

        Assert.Contains("country=TT", link, StringComparison.Ordinal);
        Assert.Equal(2, (await first.JsonAsync()).GetProperty("items").GetArrayLength());
        var rest = await ListAsync(link[1..link.IndexOf('>', StringComparison.Ordinal)]);
        Assert.Equal("Zoë Łukasz", Assert.Single(rest.EnumerateArray()).GetProperty("name").GetString());
    }

    [Theory]
    [InlineData("country", "country=Trinidad")]
    [InlineData("language", "language=klingon")]
    [InlineData("outletType", "outletType=blog")]
    [InlineData("outletType", "outletType=1")]
    [InlineData("status", "status=any")]
    [InlineData("outlet", "outlet=a%2Fb")]
    [InlineData("list", "list=%27")]
    [InlineData("country", "country=TT&country=JM")]
    [InlineData("q", "q=a&q=b")]
    [InlineData("colour", "colour=red")]
    [InlineData("after", "after=eA")]
    [InlineData("after", "after=***")]
    [InlineData("limit", "limit=201")]
    public async Task What_is_wrong_in_a_query_is_named(string field, string query)
    {
        using var answer = await app.Administrator.ReadAsync($"/api/contacts?{query}");

        await answer.AssertFieldAsync(HttpStatusCode.BadRequest, "unreadable", field);
    }

    [Fact]
    public async Task A_text_of_thousands_of_letters_is_refused()
    {
        using var answer = await app.Administrator.ReadAsync($"/api/contacts?q={new string('a', 7_000)}");

        await answer.AssertFieldAsync(HttpStatusCode.BadRequest, "unreadable", "q");
    }

    [Fact]
    public async Task A_new_name_of_an_outlet_is_found_when_the_job_has_run()
    {
        await app.Administrator.PostAsync("/api/outlets", """{ "id": "voz", "name": "La Voz", "type": "daily" }""");
        using var added = await app.Administrator.PostAsync("/api/contacts", Contact("Old Timer", "old@example.org", "voz"));
        await app.Administrator.PutAsync("/api/outlets/voz", """{ "name": "El Eco", "type": "daily" }""");

        await app.Get<RunWork>().RunAsync($"{ReindexOutlet.JobName}|voz", TestContext.Current.CancellationToken);

        Assert.Single((await ListAsync("/api/contacts?q=eco")).EnumerateArray());
        await app.Administrator.RemoveAsync(added.Headers.Location!.ToString());
        Assert.Empty((await ListAsync("/api/contacts?q=eco")).EnumerateArray());
    }

    [Fact]
    public async Task Administrators_have_the_index_made_anew()
    {
        using var officer = await fixture.ClientAsync(Role.Author);
        using var refused = await officer.PostAsync("/api/contacts/reindex", "");
        await refused.AssertProblemAsync(HttpStatusCode.Forbidden, "forbidden");

        using var accepted = await app.Administrator.PostAsync("/api/contacts/reindex", "");
        Assert.Equal(HttpStatusCode.Accepted, accepted.StatusCode);
        Assert.NotNull(await app.Get<JobStore>().FindAsync(ReindexContacts.JobName, "all", TestContext.Current.CancellationToken));
    }

    private async Task<JsonElement> ListAsync(string address)
    {
        using var answer = await app.Administrator.ReadAsync(address);
        return (await answer.JsonAsync()).GetProperty("items");
    }

    private static string Contact(string name, string address, string outlet = "gazette") => $$"""
        {
          "name": "{{name}}", "address": "{{address}}", "languages": ["es"], "countries": ["TT"], "topics": ["reefs"], "tags": ["vip"],
          "positions": [{ "outlet": "{{outlet}}" }], "source": "card", "lawfulBasis": "consent"
        }
        """;
}
