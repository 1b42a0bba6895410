using System.Net;
using Distribution.Operations.Erasure;
using Distribution.Platform.Jobs;
using Distribution.Publisher.Users;
using Distribution.Testing;

namespace Distribution.Web.Tests.Operations.Erasure;

public sealed class ErasureEndpointTests(PressOfficeHost fixture) : IClassFixture<PressOfficeHost>
{
    private const string Nobody = "00000000000000000000000000000000";

    private readonly HttpHost app = fixture.App;

    [Fact]
    public async Task A_person_is_erased_in_the_background_and_asking_again_tells_how_far_that_is()
    {
        var id = await CreateAsync("gone@example.org");

        using var asked = await app.Administrator.RemoveAsync($"/api/contacts/{id}/data");
        var begun = await asked.JsonAsync(HttpStatusCode.Accepted);
        Assert.Equal(id, begun.GetProperty("contact").GetString());
        Assert.False(begun.TryGetProperty("erasedAt", out var early) && early.ValueKind != System.Text.Json.JsonValueKind.Null);

        await app.Get<RunWork>().RunAsync($"{CarryOutErasure.JobName}|{id}", TestContext.Current.CancellationToken);
        using var again = await app.Administrator.RemoveAsync($"/api/contacts/{id}/data");
        Assert.Equal(app.Clock.GetUtcNow(), (await again.JsonAsync(HttpStatusCode.Accepted)).GetProperty("erasedAt").GetDateTimeOffset());
        using var read = await app.Administrator.ReadAsync($"/api/contacts/{id}");
        await read.AssertProblemAsync(HttpStatusCode.NotFound, "missing");
        using var suppression = await app.Administrator.ReadAsync($"/api/suppressions/{id}");
        Assert.Equal("erased", (await suppression.JsonAsync()).GetProperty("reason").GetString());
    }

    [Fact]
    public async Task An_alias_leads_to_the_contact_that_stayed_and_an_unknown_id_to_nothing()
    {
        var (kept, other) = (await CreateAsync("kept@example.org"), await CreateAsync("other@example.org"));
        using var merged = await app.Administrator.PostAsync($"/api/contacts/{kept}/merge", $$"""{ "other": "{{other}}" }""");
        await merged.JsonAsync();

        using var alias = await app.Administrator.RemoveAsync($"/api/contacts/{other}/data");
        await alias.AssertProblemAsync(HttpStatusCode.NotFound, "merged");
        Assert.Equal($"/api/contacts/{kept}", alias.Headers.Location!.ToString());
        using var nobody = await app.Administrator.RemoveAsync($"/api/contacts/{Nobody}/data");
        await nobody.AssertProblemAsync(HttpStatusCode.NotFound, "missing");
    }

    [Fact]
    public async Task Only_an_administrator_of_the_whole_organisation_may()
    {
        var id = await CreateAsync("stays@example.org");
        using var client = await fixture.ClientAsync(Role.Administrator, PressOffice.Desk);

        using var answer = await client.RemoveAsync($"/api/contacts/{id}/data");

        await answer.AssertProblemAsync(HttpStatusCode.Forbidden, "forbidden");
        using var read = await app.Administrator.ReadAsync($"/api/contacts/{id}");
        await read.JsonAsync();
    }

    private async Task<string> CreateAsync(string address)
    {
        using var answer = await app.Administrator.PostAsync("/api/contacts", $$"""
            { "address": "{{address}}", "name": "Rosa", "languages": ["en"], "source": "card", "lawfulBasis": "consent" }
            """);
        return (await answer.JsonAsync(HttpStatusCode.Created)).GetProperty("id").GetString()!;
    }
}
