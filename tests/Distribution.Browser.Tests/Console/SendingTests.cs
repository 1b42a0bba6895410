using System.Text.Json;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Distribution.Browser.Tests.Journalists;
using Distribution.Dispatches.Ledger;
using Distribution.Platform.Security;
using Distribution.Publisher.Sessions;
using Distribution.Publisher.Users;
using Distribution.Releases.Drafts;
using Distribution.Testing;
using Microsoft.Playwright;

namespace Distribution.Browser.Tests.Console;

/// <summary>A release on its way in a browser: submitted, approved by somebody else, sent once, and followed to its record.</summary>
public sealed class SendingTests(Azurite azurite) : IAsyncLifetime
{
    private FullHost house = null!;
    private Journalist desk = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        house = await FullHost.OpenAsync(azurite, Token);
        await house.Dispatch.AddListAsync("press", Token);
        foreach (var name in new[] { "rosa", "li", "noor" })
            await house.Dispatch.SubscribeAsync("press", $"{name}@example.org", Token, languages: ["en"]);
        desk = await Journalist.SitDownAsync(house, "en");
    }

    public async ValueTask DisposeAsync()
    {
        if (desk is not null) await desk.DisposeAsync();
        if (house is not null) await house.DisposeAsync();
    }

    [Fact]
    public async Task A_release_is_submitted_approved_by_somebody_else_sent_once_and_followed_to_its_record()
    {
        var author = await UserAsync("Ana Author", Role.Author);
        var approver = await UserAsync("Bo Approver", Role.Approver);
        var id = await WriteAsync(author);
        var faults = new List<string>();

        var writing = await BrowserAsync(author, faults);
        await writing.GotoAsync(Address($"/console/releases/{id}/send"));
        await AssertUsableAsync(writing, "draft");
        await writing.GetByRole(AriaRole.Button, new() { Name = "Submit for approval" }).ClickAsync();
        await Sees(writing, "Submitted. The approvers are notified by mail.");
        await Sees(writing, "Who can answer: Bo Approver.");

        var answering = await BrowserAsync(approver, faults);
        await answering.GotoAsync(Address($"/console/releases/{id}"));
        await Sees(answering, "Harbour reopens to small boats");
        await Assertions.Expect(answering.Locator("#checks:not(.late)")).ToBeVisibleAsync();
        await Assertions.Expect(answering.Locator("#review:not(.late)")).ToBeVisibleAsync();
        foreach (var box in await answering.Locator("#checks input[type=checkbox]").AllAsync()) await box.CheckAsync();
        await AssertUsableAsync(answering, "approve");
        await answering.GetByLabel("At once").CheckAsync();
        await answering.GetByRole(AriaRole.Button, new() { Name = "Continue" }).ClickAsync();
        await Sees(answering, "It becomes public at once and is sent to 3 people in: English.");
        await AssertUsableAsync(answering, "confirm");
        await answering.GetByRole(AriaRole.Button, new() { Name = "Send to 3 people now" }).DblClickAsync();
        await Sees(answering, "Approved. It is being sent now.");
        Assert.Single((await ReadAsync(id)).Approvals);

        await answering.GoBackAsync();
        await Sees(answering, "This was already decided");

        var mails = await house.SendAsync(Token);
        Assert.Equal(
            ["li@example.org", "noor@example.org", "rosa@example.org"],
            mails.Select(mail => mail.Recipient).Where(to => !to.StartsWith("user", StringComparison.Ordinal)).Order());
        await answering.GetByRole(AriaRole.Link, new() { Name = "The release", Exact = true }).ClickAsync();
        await Sees(answering, "3 of 3");
        await Sees(answering, "Accepted by mail servers");
        await AssertUsableAsync(answering, "dispatch");
        await answering.GetByRole(AriaRole.Link, new() { Name = "3", Exact = true }).First.ClickAsync();
        await Sees(answering, "noor@example.org");
        await AssertUsableAsync(answering, "recipients");
        Assert.Empty(faults);
    }

    [Fact]
    public async Task A_dispatch_is_followed_by_itself_until_it_has_ended()
    {
        var author = await UserAsync("Ana Author", Role.Author);
        var release = await house.Dispatch.ScheduleAsync(["press"], Token);
        await house.Dispatch.RunTimerAsync(Token);
        var dispatch = await house.Dispatch.DispatchOfAsync(release, Token);
        var faults = new List<string>();
        var page = await BrowserAsync(author, faults);
        await page.GotoAsync(Address($"/console/dispatches/{dispatch.Id}"));
        await Sees(page, "0 of 3");
        await page.GetByRole(AriaRole.Button, new() { Name = "Stop for now" }).ClickAsync();
        await Sees(page, "It is paused");
        Assert.Equal(DispatchState.Paused, (await house.Dispatch.DispatchOfAsync(release, Token)).State);

        var approving = await BrowserAsync(await UserAsync("Bo Approver", Role.Approver), faults);
        await approving.GotoAsync(Address($"/console/dispatches/{dispatch.Id}"));
        await approving.GetByRole(AriaRole.Button, new() { Name = "Resume" }).ClickAsync();
        await Sees(approving, "Resumed.");
        await house.SendAsync(Token);

        await Assertions.Expect(page.GetByText("3 of 3").First).ToBeVisibleAsync(new() { Timeout = 20_000 });
        await Assertions.Expect(page.Locator("#progress[data-live]")).ToHaveCountAsync(0);
        Assert.Empty(faults);
    }

    [Fact]
    public async Task Without_a_script_and_on_a_phone_a_release_is_submitted_approved_and_sent()
    {
        var author = await UserAsync("Ana Author", Role.Author);
        var approver = await UserAsync("Bo Approver", Role.Approver);
        var id = await WriteAsync(author);
        var writing = await BrowserAsync(author, [], hasScripts: false);
        await writing.GotoAsync(Address($"/console/releases/{id}/send"));
        await writing.GetByLabel("At a time").CheckAsync();
        await writing.GetByLabel("Day", new() { Exact = true }).FillAsync("2026-11-27");
        await writing.GetByLabel("Time", new() { Exact = true }).FillAsync("09:30");
        await writing.GetByRole(AriaRole.Button, new() { Name = "Submit for approval" }).ClickAsync();
        await Sees(writing, "Proposed time: Friday 27 November 2026, 09:30");

        var answering = await BrowserAsync(approver, [], hasScripts: false);
        await answering.GotoAsync(Address($"/console/releases/{id}/send"));
        await answering.GetByRole(AriaRole.Link, new() { Name = "Check now" }).ClickAsync();
        await Sees(answering, "Body in full.");
        foreach (var box in await answering.Locator("#checks input[type=checkbox]").AllAsync()) await box.CheckAsync();
        await answering.GetByLabel("At the proposed time").CheckAsync();
        await answering.GetByRole(AriaRole.Button, new() { Name = "Continue" }).ClickAsync();
        Assert.True(await answering.EvaluateAsync<int>("document.documentElement.scrollWidth") <= 360);
        await answering.GetByRole(AriaRole.Button, new() { Name = "Schedule for 3 people" }).ClickAsync();
        await Sees(answering, "Approved. It goes out at its time.");
        Assert.Equal(
            (ReleaseState.Scheduled, new DateTimeOffset(2026, 11, 27, 13, 30, 0, default)),
            ((await ReadAsync(id)).State, (await ReadAsync(id)).SendAt));
    }

    [Fact]
    public async Task The_audience_counts_itself_and_answers_about_one_person()
    {
        var author = await UserAsync("Ana Author", Role.Author);
        var id = await WriteAsync(author);
        var faults = new List<string>();
        var page = await BrowserAsync(author, faults);
        await page.GotoAsync(Address($"/console/releases/{id}/audience"));
        await Sees(page, "3 people would get it now.");
        await Sees(page, "3 members");
        await page.GetByLabel("Name or address").FillAsync("nobody@example.org");
        await page.GetByRole(AriaRole.Button, new() { Name = "Ask" }).ClickAsync();
        await Sees(page, "No contact has this name or address.");
        await AssertUsableAsync(page, "audience");
        Assert.Empty(faults);
    }

    private static Task Sees(IPage page, string text) => Assertions.Expect(page.GetByText(text).First).ToBeVisibleAsync();

    private async Task<string> UserAsync(string name, Role role)
    {
        User user = new()
        {
            Id = NewId.Random(),
            Name = name,
            Email = $"user.{role}@example.org".ToLowerInvariant(),
            Grants = [new Grant(role, DispatchHost.Office)],
        };
        await house.Web.Get<UserStore>().AddAsync(user.Id, user, Token);
        return user.Id;
    }

    private async Task<string> WriteAsync(string author)
    {
        ReleaseInput input = new()
        {
            Office = DispatchHost.Office,
            PressOfficers = [DispatchHost.PressOfficer],
            Audience = new() { Lists = ["press"] },
            OriginalLanguage = "en",
            Translations = new Dictionary<string, TranslationInput>
            {
                ["en"] = new() { Headline = "Harbour reopens to small boats", Body = "Body in full." },
            },
        };
        var result = await house.Web.Get<CreateRelease>().RunAsync(input, new(author, null, Role.Author), null, Token);
        return Assert.IsType<CreateReleaseResult.Created>(result).Release.Release.Id;
    }

    private async Task<Release> ReadAsync(string id) => (await house.Web.Get<ReleaseStore>().FindMainAsync(id, Token))!.Value;

    private string Address(string path) => $"https://{house.PublicHost}{path}";

    /// <summary>A browser in which the user is signed in; a phone's where it runs no scripts.</summary>
    private async Task<IPage> BrowserAsync(string user, List<string> faults, bool hasScripts = true)
    {
        var secret = await house.Web.Get<SessionStore>().AddAsync(user, "A browser for tests", Token);
        var context = await desk.Page.Context.Browser!.NewContextAsync(new()
        {
            IgnoreHTTPSErrors = true,
            Locale = "en",
            JavaScriptEnabled = hasScripts,
            ViewportSize = hasScripts ? new() { Width = 1100, Height = 800 } : new() { Width = 360, Height = 740 },
        });
        await context.AddCookiesAsync(
            [new() { Name = "__Host-session", Value = secret, Url = Address("/"), Secure = true, HttpOnly = true }]);
        var page = await context.NewPageAsync();
        page.Console += (_, message) =>
        {
            if (message.Type == "error" && !message.Text.Contains("409", StringComparison.Ordinal)) faults.Add(message.Text);
        };
        page.PageError += (_, fault) => faults.Add(fault);
        return page;
    }

    /// <summary>By axe's rules for WCAG 2.2 at AA, light and dark, and 320 pixels wide without scrolling sideways.</summary>
    private static async Task AssertUsableAsync(IPage page, string name)
    {
        foreach (var (scheme, width) in new[] { (ColorScheme.Light, 1100), (ColorScheme.Dark, 320) })
        {
            await page.EmulateMediaAsync(new() { ColorScheme = scheme });
            await page.SetViewportSizeAsync(width, 800);
            var wide = await page.EvaluateAsync<int>("document.documentElement.scrollWidth");
            Assert.True(wide <= width, $"{name} is {wide} pixels wide on a screen of {width}.");
            var found = (await page.RunAxe(new AxeRunOptions
            {
                RunOnly = new() { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] },
                Rules = new() { ["target-size"] = new() { Enabled = true } },
            })).Violations;
            Assert.True(
                found.Length == 0,
                $"{name}, {scheme}: " + string.Join(
                    "\n", found.Select(item => $"{item.Id}: {JsonSerializer.Serialize(item.Nodes.Select(node => node.Html))}")));
        }
    }
}
