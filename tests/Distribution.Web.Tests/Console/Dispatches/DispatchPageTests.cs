using System.Net;
using Distribution.Dispatches.Ledger;
using Distribution.Platform.Audit;
using Distribution.Publisher.Users;
using Distribution.Testing;
using Distribution.Testing.Smtp;
using Distribution.Web.Tests.Console.Send;

namespace Distribution.Web.Tests.Console.Dispatches;

/// <summary>Dispatches that go out by SMTP, followed, stopped and resolved by pages.</summary>
public sealed class DispatchPageTests(Azurite azurite) : IAsyncLifetime
{
    private DispatchHost desk = null!;
    private HttpHost app = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Rosa is on two lists; the relay does not know Gone, and never answers about Held.</summary>
    public async ValueTask InitializeAsync()
    {
        desk = await DispatchHost.OpenAsync(azurite, Token, ("Dispatch:ResendUncertain", "false"));
        await desk.AddListAsync("press", Token);
        await desk.AddListAsync("radio", Token);
        await desk.SubscribeAsync("press", "rosa@example.org", Token);
        await desk.SubscribeAsync("radio", "rosa@example.org", Token);
        await desk.SubscribeAsync("press", "li@example.org", Token);
        await desk.SubscribeAsync("press", "gone@example.org", Token);
        desk.Relay.On(
            SmtpStep.Recipient,
            exchange => exchange.Recipient == "gone@example.org" ? SmtpAnswer.Say(550, "5.1.1 no such user") : null);
        app = await HttpHost.StartAsync(azurite, Token, desk.Settings);
    }

    public async ValueTask DisposeAsync()
    {
        if (app is not null) await app.DisposeAsync();
        if (desk is not null) await desk.DisposeAsync();
    }

    [Fact]
    public async Task A_finished_dispatch_says_what_became_of_everybody_and_is_asked_for_no_more()
    {
        var dispatch = await SendAsync();
        using var browser = await app.SignInAsync(Role.Viewer, DispatchHost.Office);
        using var answer = await browser.ReadAsync($"/console/dispatches/{dispatch.Id}");
        using var part = await browser.ReadAsync($"/console/dispatches/{dispatch.Id}/progress", ("HX-Request", "true"));

        var page = await SendDesk.PageAsync(answer);
        Assert.Contains("3 of 3", page, StringComparison.Ordinal);
        Assert.Contains($"href=\"/console/dispatches/{dispatch.Id}/recipients?outcome=refused\">1</a>", page, StringComparison.Ordinal);
        Assert.Contains($"href=\"/console/dispatches/{dispatch.Id}/recipients?list=press\">3</a>", page, StringComparison.Ordinal);
        Assert.Contains(
            $"href=\"/console/dispatches/{dispatch.Id}/recipients?outcome=accepted&language=en\">2</a>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("data-live=", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<html", await SendDesk.PageAsync(part), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dispatch_under_way_follows_by_itself()
    {
        var dispatch = await PlanAsync();
        using var browser = await app.SignInAsync(Role.Viewer);
        using var answer = await browser.ReadAsync($"/console/dispatches/{dispatch.Id}");

        var page = await SendDesk.PageAsync(answer);
        Assert.Contains($"data-live=\"/console/dispatches/{dispatch.Id}/progress\"", page, StringComparison.Ordinal);
        Assert.Contains("0 of 3", page, StringComparison.Ordinal);
        Assert.DoesNotContain("/pause\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_count_opens_its_people_with_the_servers_words_and_the_audit_says_who_read_them()
    {
        var dispatch = await SendAsync();
        using var browser = await app.SignInAsync(Role.Viewer, DispatchHost.Office);
        using var refused = await browser.ReadAsync($"/console/dispatches/{dispatch.Id}/recipients?outcome=refused");
        using var radio = await browser.ReadAsync($"/console/dispatches/{dispatch.Id}/recipients?list=radio");
        using var named = await browser.ReadAsync($"/console/dispatches/{dispatch.Id}/recipients?q=ROS%C3%81");
        using var addressed = await browser.ReadAsync($"/console/dispatches/{dispatch.Id}/recipients?q=li%40example.org");
        using var nobody = await browser.ReadAsync($"/console/dispatches/{dispatch.Id}/recipients?q=nobody");

        var page = await SendDesk.PageAsync(refused);
        Assert.Contains("550 5.1.1 no such user", page, StringComparison.Ordinal);
        Assert.Equal(["gone@example.org"], Addresses(page));
        Assert.Equal(["rosa@example.org"], Addresses(await SendDesk.PageAsync(radio)));
        Assert.Equal(["rosa@example.org"], Addresses(await SendDesk.PageAsync(named)));
        Assert.Equal(["li@example.org"], Addresses(await SendDesk.PageAsync(addressed)));
        Assert.Contains("There is nobody here.", await SendDesk.PageAsync(nobody), StringComparison.Ordinal);
        var read = await AuditAsync(dispatch);
        Assert.Equal(4, read.Count);
        Assert.All(read, entry => Assert.Equal(("dispatches.recordRead", "page"), (entry.Action, entry.Details["format"])));
    }

    [Fact]
    public async Task Names_and_addresses_are_for_those_with_a_role_at_the_office()
    {
        var dispatch = await SendAsync();
        using var elsewhere = await app.SignInAsync(Role.Administrator, "elsewhere");
        using var shown = await elsewhere.ReadAsync($"/console/dispatches/{dispatch.Id}");
        var page = await SendDesk.PageAsync(shown);
        Assert.Contains("Names and addresses are for users with a role at this office.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("/recipients", page, StringComparison.Ordinal);
        foreach (var path in new[] { "recipients", "record?format=csv", "cancel" })
        {
            using var refused = await elsewhere.ReadAsync($"/console/dispatches/{dispatch.Id}/{path}");
            Assert.Contains("You may not do this", await SendDesk.PageAsync(refused, HttpStatusCode.Forbidden), StringComparison.Ordinal);
        }

        Assert.Empty(await AuditAsync(dispatch));
        using var here = await app.SignInAsync(Role.Viewer, DispatchHost.Office);
        using var record = await here.ReadAsync($"/console/dispatches/{dispatch.Id}/record?format=csv");
        Assert.Equal("text/csv; charset=utf-8", record.Content.Headers.ContentType!.ToString());
        Assert.Contains("gone@example.org", await record.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
        Assert.Single(await AuditAsync(dispatch));
    }

    [Fact]
    public async Task A_dispatch_is_stopped_resumed_and_cancelled_by_the_roles_for_that()
    {
        var dispatch = await PlanAsync();
        await AssertRolesAsync(dispatch, "pause", Role.Author, DispatchState.Paused);
        using (var viewer = await app.SignInAsync(Role.Author, DispatchHost.Office))
        using (var shown = await viewer.ReadAsync($"/console/dispatches/{dispatch.Id}"))
            Assert.Contains("Resuming needs the role of approver", await SendDesk.PageAsync(shown), StringComparison.Ordinal);
        await AssertRolesAsync(dispatch, "resume", Role.Approver, DispatchState.Sending);
        using var approver = await app.SignInAsync(Role.Approver, DispatchHost.Office);
        using var asked = await approver.ReadAsync($"/console/dispatches/{dispatch.Id}/cancel");
        Assert.Contains("Do not mail the remaining 3 people", await SendDesk.PageAsync(asked), StringComparison.Ordinal);
        await AssertRolesAsync(dispatch, "cancel", Role.Approver, DispatchState.Cancelled);
        await desk.RunAsync(Token);
        using var late = await SendDesk.PostAsync(approver, $"/console/dispatches/{dispatch.Id}/resume");
        Assert.Contains("Nothing was done", await SendDesk.PageAsync(late, HttpStatusCode.Conflict), StringComparison.Ordinal);
        Assert.Empty(desk.Relay.Mails);
    }

    [Fact]
    public async Task A_dispatch_that_our_fault_has_stopped_says_what_to_mend_and_who_resumes_it()
    {
        desk.Relay.On(SmtpStep.Sender, _ => SmtpAnswer.Say(550, "5.7.1 sender not allowed"));
        var release = await desk.ScheduleAsync(["press", "radio"], Token);
        await desk.RunAsync(Token);
        var dispatch = await desk.DispatchOfAsync(release, Token);
        Assert.Equal(DispatchState.Stopped, dispatch.State);
        using var browser = await app.SignInAsync(Role.Approver, DispatchHost.Office, "fr");
        using var answer = await browser.ReadAsync($"/console/dispatches/{dispatch.Id}");

        var page = await SendDesk.PageAsync(answer);
        Assert.Contains("Le serveur de courriel n’accepte pas notre adresse d’expédition.", page, StringComparison.Ordinal);
        Assert.Contains("550 5.7.1 sender not allowed", page, StringComparison.Ordinal);
        Assert.Contains("Reprendre</button>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_held_recipient_is_resolved_on_the_page_and_nothing_is_sent()
    {
        desk.Relay.On(SmtpStep.Message, exchange => exchange.Recipient == "li@example.org" ? SmtpAnswer.Drop.ButTakeIt() : null);
        var dispatch = await SendAsync();
        using var browser = await app.SignInAsync(Role.Author, DispatchHost.Office);
        using var shown = await browser.ReadAsync($"/console/dispatches/{dispatch.Id}/recipients?outcome=held");
        var page = await SendDesk.PageAsync(shown);
        Assert.Equal(["li@example.org"], Addresses(page));
        var contact = System.Text.RegularExpressions.Regex.Match(page, "name=\"contact\" value=\"([0-9a-f]{32})\"").Groups[1].Value;
        var mails = desk.Relay.Mails.Count;
        var resolve = $"/console/dispatches/{dispatch.Id}/resolve";

        using var unsaid = await SendDesk.PostAsync(browser, resolve, ("contact", contact), ("note", "Asked."));
        using var leaked = await SendDesk.PostAsync(
            browser, resolve, ("contact", contact), ("resolution", "Received"), ("note", "Asked li@example.org"));
        using var resolved = await browser.PostFormAsync(resolve, ("contact", contact), ("resolution", "NotReceived"), ("note", "Asked."));
        using var progress = await browser.ReadAsync($"/console/dispatches/{dispatch.Id}");

        Assert.Contains(
            "Choose one of the two.", await SendDesk.PageAsync(unsaid, HttpStatusCode.UnprocessableEntity), StringComparison.Ordinal);
        Assert.Contains(
            "without the address", await SendDesk.PageAsync(leaked, HttpStatusCode.UnprocessableEntity), StringComparison.Ordinal);
        Assert.Contains("Saved. Nothing was sent.", await SendDesk.PageAsync(resolved), StringComparison.Ordinal);
        Assert.DoesNotContain("is held", await SendDesk.PageAsync(progress), StringComparison.Ordinal);
        Assert.Equal(mails, desk.Relay.Mails.Count);
    }

    [Fact]
    public async Task The_pages_of_a_dispatch_that_is_not_there_say_so()
    {
        using var browser = await app.SignInAsync(Role.Viewer);
        using var answer = await browser.ReadAsync("/console/dispatches/none");
        Assert.Contains("There is no such page", await SendDesk.PageAsync(answer, HttpStatusCode.NotFound), StringComparison.Ordinal);
    }

    private async Task AssertRolesAsync(Dispatch dispatch, string step, Role needed, DispatchState after)
    {
        using var below = await app.SignInAsync(needed - 1, DispatchHost.Office);
        using var elsewhere = await app.SignInAsync(Role.Administrator, "elsewhere");
        using var allowed = await app.SignInAsync(needed, DispatchHost.Office);
        foreach (var browser in new[] { below, elsewhere })
        {
            using var refused = await SendDesk.PostAsync(browser, $"/console/dispatches/{dispatch.Id}/{step}");
            Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        }

        Assert.NotEqual(after, (await desk.Get<DispatchStore>().FindAsync(dispatch.Id, Token))!.Value.State);
        using var done = await SendDesk.PostAsync(allowed, $"/console/dispatches/{dispatch.Id}/{step}");
        Assert.Equal(HttpStatusCode.SeeOther, done.StatusCode);
        Assert.Equal(after, (await desk.Get<DispatchStore>().FindAsync(dispatch.Id, Token))!.Value.State);
    }

    private async Task<Dispatch> SendAsync()
    {
        var release = await desk.ScheduleAsync(["press", "radio"], Token);
        await desk.RunAsync(Token);
        return await desk.DispatchOfAsync(release, Token);
    }

    private async Task<Dispatch> PlanAsync()
    {
        var release = await desk.ScheduleAsync(["press", "radio"], Token);
        await desk.RunTimerAsync(Token);
        return await desk.DispatchOfAsync(release, Token);
    }

    private async Task<IReadOnlyList<AuditEntry>> AuditAsync(Dispatch dispatch) =>
        [.. (await app.Get<AuditStore>().PageAsync($"dispatch:{dispatch.Id}", 100, null, Token)).Items.Select(row => row.Value)];

    private static IEnumerable<string> Addresses(string page) =>
        System.Text.RegularExpressions.Regex.Matches(page, "<bdi class=\"small\">([^<]+)</bdi>").Select(match => match.Groups[1].Value);
}
