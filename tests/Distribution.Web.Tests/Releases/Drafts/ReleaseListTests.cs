using System.Globalization;
using System.Net;
using System.Text.Json;
using Distribution.Publisher.Users;
using Distribution.Testing;

namespace Distribution.Web.Tests.Releases.Drafts;

public sealed class ReleaseListTests(PressOfficeHost fixture) : IClassFixture<PressOfficeHost>
{
    private readonly HttpHost app = fixture.App;

    [Fact]
    public async Task Releases_are_found_by_state_office_author_words_and_time()
    {
        app.Clock.Advance(TimeSpan.FromHours(1));
        var from = app.Clock.GetUtcNow().ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
        var draft = await CreateAsync("Récifs coralliens");
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        var submitted = await CreateAsync("Tempêtes");
        using (var answer = await app.Administrator.PostAsync($"/api/releases/{submitted}/submit", "{}")) await answer.JsonAsync();
        var period = $"from={from}";

        Assert.Equal([submitted, draft], await FindAsync(period));
        Assert.Equal([submitted], await FindAsync($"{period}&state=submitted&state=approved"));
        Assert.Equal([draft], await FindAsync($"{period}&q=recifs%20CORAL"));
        Assert.Equal([], await FindAsync($"{period}&q=recifs%20temp"));
        Assert.Equal([submitted, draft], await FindAsync($"{period}&office=port-of-spain&author=administrator"));
        Assert.Equal([], await FindAsync($"{period}&office=nowhere"));
        Assert.Equal([], await FindAsync($"{period}&author=nobody"));
        Assert.DoesNotContain(draft, await FindAsync($"before={from}"));
        using var counts = await app.Administrator.ReadAsync($"/api/releases/counts?{period}&state=submitted");
        var numbers = await counts.JsonAsync();
        Assert.Equal((1, 1, 0), (Number(numbers, "draft"), Number(numbers, "submitted"), Number(numbers, "released")));
    }

    [Fact]
    public async Task A_release_needs_the_approval_of_those_who_may_give_it()
    {
        var release = await CreateAsync("Cyclones");
        using (var answer = await app.Administrator.PostAsync($"/api/releases/{release}/submit", "{}")) await answer.JsonAsync();
        using var author = app.Client(await app.NewKeyAsync(Role.Author));
        using var approver = app.Client(await app.NewKeyAsync(Role.Approver));

        Assert.Contains(release, await FindAsync("needsMyApproval=true", approver));
        Assert.Empty(await FindAsync("needsMyApproval=true", author));
    }

    [Theory]
    [InlineData("/api/releases?stat=draft", "stat")]
    [InlineData("/api/outlets?contry=JM", "contry")]
    [InlineData("/api/contacts?emial=a", "emial")]
    [InlineData("/api/me?verbose=1", "verbose")]
    public async Task A_parameter_that_is_not_known_is_refused(string address, string name)
    {
        using var answer = await app.Administrator.ReadAsync(address);
        await answer.AssertFieldAsync(HttpStatusCode.BadRequest, "unreadable", name);
    }

    [Theory]
    [InlineData("/api/press-officers?q=maelle", 1)]
    [InlineData("/api/press-officers?office=no-such-office", 0)]
    [InlineData("/api/users?q=no-such-user", 0)]
    [InlineData("/api/outlets?type=radio&country=jm", 0)]
    [InlineData("/api/imports?state=finished&q=contacts", 0)]
    [InlineData("/api/dispatches?state=sending&state=finished", 0)]
    [InlineData("/api/dispatches?release=0123456789abcdef0123456789abcdef", 0)]
    public async Task Other_lists_are_filtered(string address, int count)
    {
        using var answer = await app.Administrator.ReadAsync(address);
        var list = await answer.JsonAsync();

        Assert.Equal(count, list.GetProperty("items").GetArrayLength());
        if (!address.StartsWith("/api/dispatches", StringComparison.Ordinal)) Assert.Equal(count, Number(list, "total"));
    }

    private static int Number(JsonElement json, string name) => json.GetProperty(name).GetInt32();

    private async Task<string> CreateAsync(string headline)
    {
        var json = ReleaseJson.With("translations.fr.headline", $"\"{headline}\"");
        using var created = await app.Administrator.PostAsync("/api/releases", json);
        return (await created.JsonAsync(HttpStatusCode.Created)).GetProperty("id").GetString()!;
    }

    private async Task<IEnumerable<string?>> FindAsync(string query, HttpClient? client = null)
    {
        using var answer = await (client ?? app.Administrator).ReadAsync($"/api/releases?{query}");
        return (await answer.JsonAsync()).GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetString()).ToList();
    }
}
