using System.Net;
using System.Text;
using System.Text.Json;
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
    public async Task A_file_of_another_tool_suppresses_many_addresses_each_with_its_reason_and_again_changes_nothing()
    {
        const string File =
            "Email;Status\nfile1@example.org;Bounced\nfile2@example.org;Désabonné\n"
            + "file3@example.org;Subscribed\nfile4@example.org;???\nnobody;Bounced\n";

        var first = await ImportAsync("fileName=cleaned.csv", File);
        var second = await ImportAsync("fileName=cleaned.csv", File);

        Assert.Equal((5, 2, 0, 1), (Number(first, "rows"), Number(first, "added"), Number(first, "known"), Number(first, "passedOver")));
        Assert.Equal([5, 6], first.GetProperty("refused").EnumerateArray().Select(row => Number(row, "row")));
        Assert.Equal((0, 2), (Number(second, "added"), Number(second, "known")));
        using var found = await app.Administrator.PostAsync("/api/suppressions/search", """{ "address": "file1@example.org" }""");
        var suppression = await found.JsonAsync();
        Assert.Equal(
            ("refused", "cleaned.csv, row 2: Status is \"Bounced\""),
            (suppression.GetProperty("reason").GetString(), suppression.GetProperty("evidence").GetString()));
        using var passed = await app.Administrator.PostAsync("/api/suppressions/search", """{ "address": "file3@example.org" }""");
        Assert.Equal(HttpStatusCode.NotFound, passed.StatusCode);
    }

    [Fact]
    public async Task A_plain_list_of_addresses_is_suppressed_for_the_reason_that_the_caller_gives()
    {
        var without = await ImportAsync("", "Email\nplain@example.org\n");
        var with = await ImportAsync("reason=asked&evidence=Their%20letters.", "Email\nplain@example.org\n");

        Assert.Equal((0, 1), (Number(without, "added"), without.GetProperty("refused").GetArrayLength()));
        Assert.Equal(1, Number(with, "added"));
        using StringContent file = new("Email\nplain@example.org\n", Encoding.UTF8, "text/csv");
        using var wrong = await app.Administrator.PostAsync(
            new Uri("/api/suppressions/import?reason=erased", UriKind.Relative), file, TestContext.Current.CancellationToken);
        await wrong.AssertFieldAsync(HttpStatusCode.UnprocessableEntity, "invalid", "reason");
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

    private async Task<JsonElement> ImportAsync(string query, string file)
    {
        using StringContent content = new(file, Encoding.UTF8, "text/csv");
        using var answer = await app.Administrator.PostAsync(
            new Uri($"/api/suppressions/import?{query}", UriKind.Relative), content, TestContext.Current.CancellationToken);
        return await answer.JsonAsync();
    }

    private static int Number(JsonElement element, string name) => element.GetProperty(name).GetInt32();
}
