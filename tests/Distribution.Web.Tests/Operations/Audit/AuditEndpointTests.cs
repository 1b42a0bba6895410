using System.Net;
using Distribution.Platform.Audit;
using Distribution.Publisher.Users;
using Distribution.Testing;

namespace Distribution.Web.Tests.Operations.Audit;

public sealed class AuditEndpointTests(PressOfficeHost fixture) : IClassFixture<PressOfficeHost>
{
    private readonly HttpHost app = fixture.App;

    [Fact]
    public async Task What_people_did_is_listed_newest_first_and_by_subject()
    {
        foreach (var subject in new[] { "contact:a", "contact:b", "contact:a" })
        {
            app.Clock.Advance(TimeSpan.FromSeconds(1));
            await app.Get<AuditStore>().AddAsync("contacts.merged", new("ana", "key"), subject, new Dictionary<string, string> { ["other"] = "c" }, TestContext.Current.CancellationToken);
        }

        using var all = await app.Administrator.ReadAsync("/api/audit?limit=2");
        var part = await all.JsonAsync();
        Assert.Equal(["contact:a", "contact:b"], part.GetProperty("items").EnumerateArray().Select(entry => entry.GetProperty("subject").GetString()));
        using var rest = await app.Administrator.ReadAsync($"/api/audit?after={part.GetProperty("next").GetString()}");
        Assert.Equal("contact:a", (await rest.JsonAsync()).GetProperty("items")[0].GetProperty("subject").GetString());
        using var ofOne = await app.Administrator.ReadAsync("/api/audit?subject=contact:b");
        var entry = Assert.Single((await ofOne.JsonAsync()).GetProperty("items").EnumerateArray());
        Assert.Equal(("contacts.merged", "ana", "key"), (entry.GetProperty("action").GetString(), entry.GetProperty("by").GetString(), entry.GetProperty("key").GetString()));
        Assert.Equal("c", entry.GetProperty("details").GetProperty("other").GetString());
    }

    [Fact]
    public async Task A_merge_is_on_record_with_who_made_it()
    {
        List<string> ids = [];
        foreach (var name in new[] { "audited", "audited.other" })
        {
            using var created = await app.Administrator.PostAsync(
                "/api/contacts", $$"""{ "address": "{{name}}@example.org", "name": "Rosa", "languages": ["es"], "source": "card", "lawfulBasis": "consent" }""");
            ids.Add((await created.JsonAsync(HttpStatusCode.Created)).GetProperty("id").GetString()!);
        }

        (await app.Administrator.PostAsync($"/api/contacts/{ids[0]}/merge", $$"""{ "other": "{{ids[1]}}" }""")).EnsureSuccessStatusCode();

        using var answer = await app.Administrator.ReadAsync($"/api/audit?subject=contact:{ids[0]}");
        var entry = Assert.Single((await answer.JsonAsync()).GetProperty("items").EnumerateArray(), entry => entry.GetProperty("action").GetString() != "contacts.created");
        Assert.Equal(("contacts.merged", "administrator", ids[1]), (entry.GetProperty("action").GetString(), entry.GetProperty("by").GetString(), entry.GetProperty("details").GetProperty("other").GetString()));
        Assert.DoesNotContain("example.org", entry.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_for_administrators_of_the_whole_organisation()
    {
        using var office = await fixture.ClientAsync(Role.Administrator, PressOffice.Desk);
        using var answer = await office.ReadAsync("/api/audit");
        await answer.AssertProblemAsync(HttpStatusCode.Forbidden, "forbidden");
    }
}
