using System.Net;
using Distribution.Publisher.Users;
using Distribution.Testing;

namespace Distribution.Web.Tests.Audiences.Merging;

public sealed class MergeEndpointTests(PressOfficeHost fixture) : IClassFixture<PressOfficeHost>
{
    private readonly HttpHost app = fixture.App;

    [Fact]
    public async Task Two_contacts_become_one_and_the_old_address_leads_to_it()
    {
        var (kept, other) = await PairAsync("one");

        using var answer = await MergeAsync(kept, other);
        var merge = await answer.JsonAsync();

        Assert.Equal(
            (kept, other, "done"),
            (merge.GetProperty("kept").GetString(), merge.GetProperty("other").GetString(), merge.GetProperty("state").GetString()));
        Assert.Equal(0, merge.GetProperty("suppressed").GetArrayLength());
        using var read = await app.Administrator.ReadAsync($"/api/contacts/{kept}");
        Assert.Equal(other, (await read.JsonAsync()).GetProperty("aliases")[0].GetString());
        foreach (var (method, body) in new[] { (HttpMethod.Get, null), (HttpMethod.Put, Contact("one.other@example.org")),
            (HttpMethod.Delete, null) })
        {
            using var gone = await app.Administrator.SendAsync(method, $"/api/contacts/{other}", body);
            await gone.AssertProblemAsync(HttpStatusCode.NotFound, "merged");
            Assert.Equal($"/api/contacts/{kept}", gone.Headers.Location!.ToString());
        }
    }

    [Fact]
    public async Task A_merge_is_listed_and_undone()
    {
        var (kept, other) = await PairAsync("undone");
        using var merged = await MergeAsync(kept, other);
        var id = (await merged.JsonAsync()).GetProperty("id").GetString()!;

        using var listed = await app.Administrator.ReadAsync($"/api/contacts/{kept}/merges");
        var item = Assert.Single((await listed.JsonAsync()).GetProperty("items").EnumerateArray());
        Assert.Equal(
            (id, app.Clock.GetUtcNow().AddDays(30)),
            (item.GetProperty("id").GetString(), item.GetProperty("undoUntil").GetDateTimeOffset()));

        foreach (var _ in Enumerable.Range(0, 2))
        {
            using var undone = await app.Administrator.PostAsync($"/api/contacts/merges/{id}/undo", "");
            Assert.Equal("undone", (await undone.JsonAsync()).GetProperty("state").GetString());
        }

        using var read = await app.Administrator.ReadAsync($"/api/contacts/{other}");
        Assert.Equal("undone.other@example.org", (await read.JsonAsync()).GetProperty("address").GetString());
    }

    [Fact]
    public async Task An_earlier_merge_is_not_undone_before_the_later_one_and_none_after_thirty_days()
    {
        var (kept, other) = await PairAsync("late");
        var third = await CreateAsync("late.third@example.org");
        using var first = await MergeAsync(kept, other);
        var id = (await first.JsonAsync()).GetProperty("id").GetString();
        using var second = await MergeAsync(kept, third);
        var later = (await second.JsonAsync()).GetProperty("id").GetString();

        using var early = await app.Administrator.PostAsync($"/api/contacts/merges/{id}/undo", "");
        await early.AssertProblemAsync(HttpStatusCode.Conflict, "wrong-state");
        Assert.Equal($"/api/contacts/merges/{later}/undo", early.Headers.Location!.ToString());

        app.Clock.Advance(TimeSpan.FromDays(31));
        using var late = await app.Administrator.PostAsync($"/api/contacts/merges/{later}/undo", "");
        var problem = await late.AssertProblemAsync(HttpStatusCode.Conflict, "wrong-state");
        Assert.Contains("30 days", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_merged_is_refused_with_its_reason()
    {
        var (kept, other) = await PairAsync("refused");
        const string Nobody = "00000000000000000000000000000000";

        using var itself = await MergeAsync(kept, kept);
        await itself.AssertFieldAsync(HttpStatusCode.UnprocessableEntity, "invalid", "other");
        using var nobody = await MergeAsync(kept, Nobody);
        await nobody.AssertFieldAsync(HttpStatusCode.UnprocessableEntity, "invalid", "other");
        using var into = await MergeAsync(Nobody, other);
        await into.AssertProblemAsync(HttpStatusCode.NotFound, "missing");
        using var nothing = await app.Administrator.PostAsync($"/api/contacts/{kept}/merge", "{}");
        await nothing.AssertFieldAsync(HttpStatusCode.BadRequest, "unreadable", "other");
        using var undo = await app.Administrator.PostAsync($"/api/contacts/merges/{Nobody}/undo", "");
        await undo.AssertProblemAsync(HttpStatusCode.NotFound, "missing");
        using var list = await app.Administrator.ReadAsync($"/api/contacts/{Nobody}/merges");
        await list.AssertProblemAsync(HttpStatusCode.NotFound, "missing");
    }

    [Fact]
    public async Task Whoever_would_get_nothing_any_more_is_merged_only_if_that_is_meant()
    {
        var (kept, other) = await PairAsync("silent");
        (await app.Administrator.PostAsync(
            "/api/suppressions",
            """{ "address": "silent@example.org", "reason": "asked", "evidence": "Asked on the telephone." }""")).EnsureSuccessStatusCode();

        using var refused = await MergeAsync(kept, other);
        await refused.AssertProblemAsync(HttpStatusCode.Conflict, "silent");
        using var meant =
            await app.Administrator.PostAsync($"/api/contacts/{kept}/merge", $$"""{ "other": "{{other}}", "silent": true }""");

        var suppressed = Assert.Single((await meant.JsonAsync()).GetProperty("suppressed").EnumerateArray());
        Assert.Equal((kept, "asked"), (suppressed.GetProperty("contact").GetString(), suppressed.GetProperty("reason").GetString()));
    }

    [Fact]
    public async Task A_repeated_request_gets_the_first_answer()
    {
        var (kept, other) = await PairAsync("repeated");
        var body = $$"""{ "other": "{{other}}" }""";

        using var first = await app.Administrator.PostAsync($"/api/contacts/{kept}/merge", body, ("Idempotency-Key", "merge"));
        using var second = await app.Administrator.PostAsync($"/api/contacts/{kept}/merge", body, ("Idempotency-Key", "merge"));

        Assert.Equal((await first.JsonAsync()).GetProperty("id").GetString(), (await second.JsonAsync()).GetProperty("id").GetString());
    }

    [Fact]
    public async Task A_reader_merges_and_undoes_nothing()
    {
        var (kept, other) = await PairAsync("viewer");
        using var reader = await fixture.ClientAsync(Role.Viewer);

        using var merge = await reader.PostAsync($"/api/contacts/{kept}/merge", $$"""{ "other": "{{other}}" }""");
        await merge.AssertProblemAsync(HttpStatusCode.Forbidden, "forbidden");
        using var undo = await reader.PostAsync($"/api/contacts/merges/{kept}/undo", "");
        await undo.AssertProblemAsync(HttpStatusCode.Forbidden, "forbidden");
    }

    private Task<HttpResponseMessage> MergeAsync(string kept, string other) =>
        app.Administrator.PostAsync($"/api/contacts/{kept}/merge", $$"""{ "other": "{{other}}" }""");

    private async Task<(string Kept, string Other)> PairAsync(string name) =>
        (await CreateAsync($"{name}@example.org"), await CreateAsync($"{name}.other@example.org"));

    private async Task<string> CreateAsync(string address)
    {
        using var created = await app.Administrator.PostAsync("/api/contacts", Contact(address));
        return (await created.JsonAsync(HttpStatusCode.Created)).GetProperty("id").GetString()!;
    }

    private static string Contact(string address) =>
        $$"""{ "address": "{{address}}", "name": "Rosa Núñez", "languages": ["es"], "source": "card", "lawfulBasis": "consent" }""";
}
