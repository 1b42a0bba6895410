using System.Net;
using Distribution.Mail.Outbox;
using Distribution.Platform.Jobs;
using Distribution.Platform.Security;
using Distribution.Publisher.Users;
using Distribution.Releases.Workflow;
using Distribution.Testing;
using Distribution.Web.Tests.Releases.Drafts;

namespace Distribution.Web.Tests.Releases.Workflow;

public sealed class WorkflowEndpointTests(PressOfficeHost fixture) : IClassFixture<PressOfficeHost>
{
    private readonly HttpHost app = fixture.App;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_release_goes_from_its_author_to_its_approver_and_back_and_on()
    {
        using var officer = await fixture.ClientAsync(Role.Author, PressOffice.Desk);
        using var approver = await fixture.ClientAsync(Role.Approver, PressOffice.Desk);
        var address = await DraftAsync(officer);

        using var submitted = await officer.PostAsync($"{address}/submit", """{ "sendAt": "2027-01-04T09:00:00-04:00" }""");
        Assert.Equal("submitted", await StateAsync(submitted));
        using var returned = await approver.PostAsync($"{address}/return", """{ "note": "Which year is the figure from?" }""");
        Assert.Equal("Which year is the figure from?", (await returned.JsonAsync()).GetProperty("note").GetString());
        using var rewritten =
            await officer.PutAsync(address, ReleaseJson.With("translations.en.body", "\"In Kingston, in 2026, four states…\""));
        Assert.Equal("returned", await StateAsync(rewritten));
        using var again = await officer.PostAsync($"{address}/submit", """{ "sendAt": "2027-01-05T09:00:00-04:00" }""");
        Assert.Equal("submitted", await StateAsync(again));
        using var approved = await approver.PostAsync($"{address}/approve", """{ "version": 2 }""");

        var release = await approved.JsonAsync();
        Assert.Equal("scheduled", release.GetProperty("state").GetString());
        Assert.Equal(new DateTimeOffset(2027, 1, 5, 13, 0, 0, TimeSpan.Zero), release.GetProperty("sendAt").GetDateTimeOffset());
        Assert.True(release.GetProperty("translations").GetProperty("fr").GetProperty("isApproved").GetBoolean());
        using var withdrawn = await officer.PostAsync($"{address}/withdraw", "{}");
        Assert.Equal("withdrawn", await StateAsync(withdrawn));
        using var reopened = await officer.SendAsync(HttpMethod.Post, $"{address}/reopen");
        Assert.Equal("draft", await StateAsync(reopened));
    }

    [Theory]
    [InlineData("approve", """{ "version": 1 }""", Role.Author, PressOffice.Desk)]
    [InlineData("approve", """{ "version": 1 }""", Role.Approver, PressOffice.Child)]
    [InlineData("approve", """{ "version": 1 }""", Role.Approver, PressOffice.Foreign)]
    [InlineData("return", """{ "note": "No." }""", Role.Author, PressOffice.Desk)]
    [InlineData("return", """{ "note": "No." }""", Role.Approver, PressOffice.Foreign)]
    [InlineData("submit", "{}", Role.Viewer, PressOffice.Desk)]
    [InlineData("submit", "{}", Role.Author, PressOffice.Foreign)]
    [InlineData("withdraw", "{}", Role.Author, PressOffice.Child)]
    [InlineData("schedule", "{}", Role.Author, PressOffice.Desk)]
    public async Task Whoever_has_not_the_role_at_the_office_is_refused(string step, string body, Role role, string office)
    {
        var address = await DraftAsync(app.Administrator);
        (await app.Administrator.SendAsync(HttpMethod.Post, $"{address}/submit")).EnsureSuccessStatusCode();
        using var client = await fixture.ClientAsync(role, office);

        using var answer = await client.PostAsync($"{address}/{step}", body);

        await answer.AssertProblemAsync(HttpStatusCode.Forbidden, "forbidden");
    }

    [Fact]
    public async Task Where_a_second_person_is_asked_for_their_own_words_are_not_approved_by_anybody()
    {
        using var office = await app.Administrator.PutAsync($"/api/offices/{PressOffice.Child}", """
            { "names": { "en": "Child" }, "country": "JM", "timeZone": "America/Jamaica", "replyAddress": "child@example.org", "phone": "+18765550100",
              "parent": "port-of-spain", "needsSecondUser": true }
            """);
        office.EnsureSuccessStatusCode();
        using var writer = await fixture.ClientAsync(Role.Approver, PressOffice.Desk);
        using var other = await fixture.ClientAsync(Role.Approver, PressOffice.Desk);
        var json = ReleaseJson.With("office", $"\"{PressOffice.Child}\"");

        using var atOnce = await writer.PostAsync(
            "/api/releases", json.Replace("\"office\"", "\"state\":\"approved\",\"office\"", StringComparison.Ordinal));
        await atOnce.AssertProblemAsync(HttpStatusCode.Conflict, "second-user");
        using var submitted = await writer.PostAsync(
            "/api/releases", json.Replace("\"office\"", "\"state\":\"submitted\",\"office\"", StringComparison.Ordinal));
        var address = submitted.Headers.Location!.OriginalString;
        using var own = await writer.PostAsync($"{address}/approve", """{ "version": 1 }""");
        await own.AssertProblemAsync(HttpStatusCode.Conflict, "second-user");
        using var second = await other.PostAsync($"{address}/approve", """{ "version": 1, "hold": true }""");

        Assert.Equal("approved", await StateAsync(second));
    }

    [Theory]
    [InlineData(null, Role.Author, HttpStatusCode.Created, "draft")]
    [InlineData("draft", Role.Author, HttpStatusCode.Created, "draft")]
    [InlineData("submitted", Role.Author, HttpStatusCode.Created, "submitted")]
    [InlineData("approved", Role.Author, HttpStatusCode.Forbidden, null)]
    [InlineData("approved", Role.Approver, HttpStatusCode.Created, "scheduled")]
    public async Task A_program_says_how_far_a_release_has_come_within_its_keys_scope(
        string? state, Role role, HttpStatusCode status, string? becomes)
    {
        using var program = await fixture.ClientAsync(role, PressOffice.Desk);
        var release = ReleaseJson.Right();
        if (state is not null) release["state"] = state;

        using var answer = await program.PostAsync("/api/releases", release.ToJsonString());

        Assert.Equal(status, answer.StatusCode);
        if (becomes is not null) Assert.Equal(becomes, (await answer.JsonAsync(status)).GetProperty("state").GetString());
    }

    [Fact]
    public async Task The_version_that_is_approved_must_be_named_and_be_the_present_one()
    {
        var address = await DraftAsync(app.Administrator);
        (await app.Administrator.SendAsync(HttpMethod.Post, $"{address}/submit")).EnsureSuccessStatusCode();

        using var unnamed = await app.Administrator.PostAsync($"{address}/approve", "{}");
        await unnamed.AssertFieldAsync(HttpStatusCode.BadRequest, "unreadable", "version");
        using var other = await app.Administrator.PostAsync($"{address}/approve", """{ "version": 7 }""");
        var problem = await other.AssertProblemAsync(HttpStatusCode.Conflict, "conflict");
        Assert.Equal(
            (1, "administrator", "submitted"),
            (problem.GetProperty("version").GetInt32(), problem.GetProperty("changedBy").GetString(),
                problem.GetProperty("state").GetString()));
    }

    [Fact]
    public async Task To_approve_once_more_answers_the_state_it_is_in()
    {
        var address = await DraftAsync(app.Administrator);
        (await app.Administrator.PostAsync($"{address}/submit", """{ "sendAt": "2027-01-04T09:00:00-04:00" }""")).EnsureSuccessStatusCode();
        (await app.Administrator.PostAsync($"{address}/approve", """{ "version": 1 }""")).EnsureSuccessStatusCode();

        using var again = await app.Administrator.PostAsync($"{address}/approve", """{ "version": 1 }""");

        var problem = await again.AssertProblemAsync(HttpStatusCode.Conflict, "wrong-state");
        Assert.Equal(("scheduled", 1), (problem.GetProperty("state").GetString(), problem.GetProperty("version").GetInt32()));
        Assert.NotEqual(0, problem.GetProperty("approvals").GetArrayLength());
        Assert.Equal(new DateTimeOffset(2027, 1, 4, 13, 0, 0, TimeSpan.Zero), problem.GetProperty("sendAt").GetDateTimeOffset());
    }

    [Fact]
    public async Task The_history_tells_every_step_newest_first()
    {
        using var officer = await fixture.ClientAsync(Role.Author, PressOffice.Desk);
        var address = await DraftAsync(officer);
        (await officer.SendAsync(HttpMethod.Post, $"{address}/submit")).EnsureSuccessStatusCode();
        await FollowAsync(address);

        using var history = await officer.GetAsync(new Uri($"{address}/history", UriKind.Relative), Token);

        var items = (await history.JsonAsync()).GetProperty("items").EnumerateArray().Select(item => item.GetProperty("action").GetString())
            .ToList();
        Assert.Equal(["release.created", "release.submitted"], items.Order());
    }

    [Fact]
    public async Task The_approvers_link_shows_the_version_and_nothing_else_and_changes_nothing()
    {
        await app.NewKeyAsync(Role.Approver, PressOffice.Desk);
        var address = await DraftAsync(app.Administrator);
        (await app.Administrator.SendAsync(HttpMethod.Post, $"{address}/submit")).EnsureSuccessStatusCode();
        await FollowAsync(address);
        var links = await app.Get<OutboxStore>().AllAsync(Token).SelectMany(row => row.Value.Text.Split('\n'))
            .Where(line => line.Contains("/approvals/", StringComparison.Ordinal))
                .Select(line => new Uri(line).AbsolutePath).ToListAsync(Token);
        var link =
            links.First(path => app.Get<LinkTokens>().Read(LinkPurpose.Approval, path.Split('/')[^1])?.Release == address.Split('/')[^1]);

        using var page = await app.Anonymous.GetAsync(new Uri(link, UriKind.Relative), Token);
        var html = await page.Content.ReadAsStringAsync(Token);
        using var state = await app.Administrator.GetAsync(new Uri(address, UriKind.Relative), Token);
        using var rewritten = await app.Administrator.PutAsync(address, ReleaseJson.With("topics", """["heat"]"""));
        using var stale = await app.Anonymous.GetAsync(new Uri(link, UriKind.Relative), Token);
        using var forged = await app.Anonymous.GetAsync(new Uri("/approvals/x", UriKind.Relative), Token);

        Assert.Contains("Four states count their reefs", html, StringComparison.Ordinal);
        Assert.Contains("noindex", html, StringComparison.Ordinal);
        Assert.Equal("no-store", page.Headers.CacheControl?.ToString());
        Assert.Equal("submitted", await StateAsync(state));
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (stale.StatusCode, forged.StatusCode));
    }

    private Task<DateTimeOffset?> FollowAsync(string address) => app.Get<IEnumerable<IJobRunner>>()
        .Single(runner => runner.Name == CommitTransition.JobName).RunAsync(address.Split('/')[^1], Token);

    private static async Task<string> DraftAsync(HttpClient client)
    {
        using var created = await client.PostAsync("/api/releases", ReleaseJson.Right().ToJsonString());
        return created.Headers.Location!.OriginalString;
    }

    private static async Task<string?> StateAsync(HttpResponseMessage answer) =>
        (await answer.JsonAsync()).GetProperty("state").GetString();
}
