using System.Net;
using System.Text.Json;
using Distribution.Dispatches.Ledger;
using Distribution.Testing;

namespace Distribution.Web.Tests.Dispatches.Ledger;

public sealed class DispatchEndpointTests(PressOfficeHost fixture) : IClassFixture<PressOfficeHost>
{
    private readonly HttpHost app = fixture.App;

    [Fact]
    public async Task A_dispatch_is_read_with_what_is_planned_so_far()
    {
        var release = new string('a', 32);
        var dispatch = await AddAsync(release, 1);

        using var answer = await app.Administrator.ReadAsync($"/api/dispatches/{dispatch.Id}");

        var view = await answer.JsonAsync();
        Assert.Equal((release, "release", "planning"), (Text(view, "release"), Text(view, "kind"), Text(view, "state")));
        Assert.Equal(0, view.GetProperty("planned").GetInt32());
        Assert.Null(answer.Headers.ETag);
    }

    [Fact]
    public async Task Dispatches_are_listed_newest_first_and_by_release()
    {
        var release = new string('b', 32);
        var first = await AddAsync(release, 1);
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        var second = await AddAsync(release, 2);
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        var other = await AddAsync(new string('c', 32), 1);

        using var newest = await app.Administrator.ReadAsync("/api/dispatches?limit=2");
        using var ofRelease = await app.Administrator.ReadAsync($"/api/releases/{release}/dispatches");

        Assert.Equal([other.Id, second.Id], Ids(await newest.JsonAsync()));
        Assert.Equal([first.Id, second.Id], Ids(await ofRelease.JsonAsync()));
    }

    [Fact]
    public async Task The_dispatches_of_a_release_are_read_part_by_part()
    {
        var release = new string('e', 32);
        string[] all = [(await AddAsync(release, 1)).Id, (await AddAsync(release, 2)).Id, (await AddAsync(release, 3)).Id];

        using var first = await app.Administrator.ReadAsync($"/api/releases/{release}/dispatches?limit=2");
        var part = await first.JsonAsync();
        using var second = await app.Administrator.ReadAsync($"/api/releases/{release}/dispatches?limit=2&after={Text(part, "next")}");
        using var refused = await app.Administrator.ReadAsync($"/api/releases/{release}/dispatches?limit=0");

        var rest = await second.JsonAsync();
        Assert.Equal(all[..2], Ids(part));
        Assert.Equal(all[2..], Ids(rest));
        Assert.Null(Text(rest, "next"));
        await refused.AssertFieldAsync(HttpStatusCode.BadRequest, "unreadable", "limit");
    }

    [Fact]
    public async Task A_dispatch_that_is_not_there_is_missing()
    {
        using var answer = await app.Administrator.ReadAsync("/api/dispatches/no-such-dispatch");

        await answer.AssertProblemAsync(HttpStatusCode.NotFound, "missing");
    }

    [Fact]
    public async Task A_release_that_is_not_there_has_no_list_of_dispatches()
    {
        using var answer = await app.Administrator.ReadAsync("/api/releases/no-such-release/dispatches");

        await answer.AssertProblemAsync(HttpStatusCode.NotFound, "missing");
    }

    [Fact]
    public async Task A_stopped_dispatch_goes_on_when_it_is_resumed()
    {
        var dispatch = await AddAsync(new string('d', 32), 1);
        var store = app.Get<DispatchStore>();
        var row = await store.FindAsync(dispatch.Id, TestContext.Current.CancellationToken);
        await store.ReplaceAsync(
            row!, dispatch with { State = DispatchState.Stopped, StopReason = "login refused" }, TestContext.Current.CancellationToken);

        using var answer = await app.Administrator.PostAsync($"/api/dispatches/{dispatch.Id}/resume", "{}");

        var view = await answer.JsonAsync();
        Assert.Equal("sending", Text(view, "state"));
        Assert.Equal(JsonValueKind.Null, view.GetProperty("stopReason").ValueKind);
    }

    private async Task<Dispatch> AddAsync(string release, int version)
    {
        Dispatch dispatch = new()
        {
            Id = Dispatch.IdOf(release, version, DispatchKind.Release),
            Release = release,
            Version = version,
            Kind = DispatchKind.Release,
            CreatedAt = app.Clock.GetUtcNow(),
        };
        await app.Get<DispatchStore>().AddAsync(dispatch, TestContext.Current.CancellationToken);
        return dispatch;
    }

    private static IEnumerable<string?> Ids(JsonElement list) =>
        list.GetProperty("items").EnumerateArray().Select(item => Text(item, "id"));

    private static string? Text(JsonElement item, string member) => item.GetProperty(member).GetString();
}
