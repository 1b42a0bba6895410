using System.Net;
using Distribution.Audiences.Suppressions;
using Distribution.Publisher.Users;
using Distribution.Testing;

namespace Distribution.Web.Tests.Audiences.Suppressions;

public sealed class SuppressionEndpointTests(PressOfficeHost fixture) : IClassFixture<PressOfficeHost>
{
    private readonly HttpHost app = fixture.App;

    [Fact]
    public async Task An_address_is_suppressed_found_and_lifted()
    {
        using var created = await app.Administrator.PostAsync("/api/suppressions", Suppression("rosa@example.org"));
        Assert.DoesNotContain("rosa", (await created.JsonAsync(HttpStatusCode.Created)).ToString(), StringComparison.OrdinalIgnoreCase);
        var address = created.Headers.Location!.ToString();

        using var found = await app.Administrator.PostAsync("/api/suppressions/search", """{ "address": "ROSA@example.org" }""");
        Assert.Equal("Her letter.", (await found.JsonAsync()).GetProperty("evidence").GetString());
        using var read = await app.Administrator.ReadAsync(address);
        Assert.Equal("asked", (await read.JsonAsync()).GetProperty("reason").GetString());

        using var lifted = await app.Administrator.RemoveAsync(address);
        Assert.Equal(HttpStatusCode.NoContent, lifted.StatusCode);
        using var gone = await app.Administrator.PostAsync("/api/suppressions/search", """{ "address": "rosa@example.org" }""");
        await gone.AssertProblemAsync(HttpStatusCode.NotFound, "missing");
    }

    [Fact]
    public async Task An_address_is_suppressed_once()
    {
        using var first = await app.Administrator.PostAsync("/api/suppressions", Suppression("once@example.org"));

        using var second = await app.Administrator.PostAsync("/api/suppressions", Suppression("once@example.org"));

        await second.AssertProblemAsync(HttpStatusCode.Conflict, "exists");
        Assert.Equal(first.Headers.Location, second.Headers.Location);
        using var list = await app.Administrator.ReadAsync("/api/suppressions");
        var ids = (await list.JsonAsync()).GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetString());
        Assert.Contains(first.Headers.Location!.ToString().Split('/')[^1], ids);
    }

    [Fact]
    public async Task Bad_input_names_the_field()
    {
        using var address = await app.Administrator.PostAsync("/api/suppressions", Suppression("nobody"));
        await address.AssertFieldAsync(HttpStatusCode.UnprocessableEntity, "invalid", "address");
        using var evidence =
            await app.Administrator.PostAsync("/api/suppressions", Suppression("e@example.org", "asked", "Mail from e@example.org."));
        await evidence.AssertFieldAsync(HttpStatusCode.UnprocessableEntity, "invalid", "evidence");
        using var reason = await app.Administrator.PostAsync("/api/suppressions", Suppression("e@example.org", "whim"));
        await reason.AssertFieldAsync(HttpStatusCode.BadRequest, "unreadable", "reason");
        using var search = await app.Administrator.PostAsync("/api/suppressions/search", """{ "address": "nobody" }""");
        await search.AssertFieldAsync(HttpStatusCode.UnprocessableEntity, "invalid", "address");
    }

    [Fact]
    public async Task A_reader_may_look_but_not_lift()
    {
        using var created = await app.Administrator.PostAsync("/api/suppressions", Suppression("kept@example.org"));
        using var reader = await fixture.ClientAsync(Role.Viewer);

        (await reader.PostAsync("/api/suppressions/search", """{ "address": "kept@example.org" }""")).EnsureSuccessStatusCode();
        using var lifted = await reader.RemoveAsync(created.Headers.Location!.ToString());

        await lifted.AssertProblemAsync(HttpStatusCode.Forbidden, "forbidden");
    }

    [Fact]
    public async Task A_refused_address_is_shown_with_its_evidence_and_lifting_forgets_the_refusals()
    {
        var (id, now) = (new string('f', 32), app.Clock.GetUtcNow());
        HardRefusal refusal = new("a-1-release", now, 550, "5.1.1", "unknown");
        await app.Get<HardRefusalStore>()
            .AddAsync(id, new() { Id = id, First = refusal, Last = refusal }, TestContext.Current.CancellationToken);
        Distribution.Audiences.Suppressions.Suppression refused =
            new() { Id = id, Reason = SuppressionReason.Refused, Evidence = "Refused twice.", At = now };
        await app.Get<SuppressionStore>().AddAsync(id, refused, TestContext.Current.CancellationToken);

        using var read = await app.Administrator.ReadAsync($"/api/suppressions/{id}");
        using var stale = await app.Administrator.RemoveAsync($"/api/suppressions/{id}", ("If-Match", "\"old\""));
        Assert.NotNull(await app.Get<HardRefusalStore>().FindAsync(id, TestContext.Current.CancellationToken));
        using var lifted = await app.Administrator.RemoveAsync($"/api/suppressions/{id}", ("If-Match", read.Headers.ETag!.ToString()));

        var view = await read.JsonAsync();
        Assert.Equal(("refused", "Refused twice."), (view.GetProperty("reason").GetString(), view.GetProperty("evidence").GetString()));
        await stale.AssertProblemAsync(HttpStatusCode.PreconditionFailed, "changed");
        Assert.Equal(HttpStatusCode.NoContent, lifted.StatusCode);
        Assert.Null(await app.Get<HardRefusalStore>().FindAsync(id, TestContext.Current.CancellationToken));
    }

    private static string Suppression(string address, string reason = "asked", string evidence = "Her letter.") =>
        $$"""{ "address": "{{address}}", "reason": "{{reason}}", "evidence": "{{evidence}}" }""";
}
