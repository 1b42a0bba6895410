using System.Text.Json;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Distribution.Browser.Tests.Journalists;
using Distribution.Platform.Security;
using Distribution.Publisher.Sessions;
using Distribution.Publisher.Users;
using Distribution.Testing;
using Microsoft.Playwright;

namespace Distribution.Browser.Tests.Console;

/// <summary>A user of the console at a browser of their own.</summary>
internal sealed class Colleague
{
    private readonly FullHost house;
    private readonly string user;

    private Colleague(FullHost house, string user, IBrowserContext context, IPage page) =>
        (this.house, this.user, Context, Page) = (house, user, context, page);

    public IBrowserContext Context { get; }

    public IPage Page { get; private set; }

    /// <summary>Faults of scripts and of the policy for content.</summary>
    public List<string> Faults { get; } = [];

    /// <summary>The line below a text that says whether it is saved.</summary>
    public ILocator Saving => Page.Locator("form.text .saving").First;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<Colleague> SitDownAsync(FullHost house, Journalist desk, string name, bool hasScripts = true)
    {
        User user = new()
        {
            Id = NewId.Random(),
            Name = name,
            Email = $"{NewId.Random()}@example.org",
            Grants = [new Grant(Role.Author, DispatchHost.Office)],
        };
        await house.Web.Get<UserStore>().AddAsync(user.Id, user, Token);
        var context = await desk.Page.Context.Browser!.NewContextAsync(new()
        {
            IgnoreHTTPSErrors = true,
            Locale = "en",
            JavaScriptEnabled = hasScripts,
            ViewportSize = new() { Width = 1200, Height = 900 },
        });
        Colleague colleague = new(house, user.Id, context, await context.NewPageAsync());
        colleague.Listen();
        await colleague.SignInAsync();
        return colleague;
    }

    /// <summary>Signs in as another tab would: the page that is open stays as it is.</summary>
    public async Task SignInAsync()
    {
        var secret = await house.Web.Get<SessionStore>().AddAsync(user, "A browser for tests", Token);
        await Context.AddCookiesAsync(
            [new() { Name = "__Host-session", Value = secret, Url = Address("/"), Secure = true, HttpOnly = true }]);
    }

    public Task EndSessionsAsync() => house.Web.Get<SessionStore>().EndAllAsync(user, Token);

    public Task GoToAsync(string path) => Page.GotoAsync(Address(path));

    /// <summary>The page is gone without a word, as in a crash, and a new one is opened.</summary>
    public async Task CrashAsync()
    {
        await Page.CloseAsync(new() { RunBeforeUnload = false });
        Page = await Context.NewPageAsync();
        Listen();
    }

    /// <summary>The text is stored; said after the last key.</summary>
    public Task SeesSavedAsync() => Assertions.Expect(Saving).ToContainTextAsync("Saved", new() { Timeout = 40_000 });

    public Task SeesAsync(string text) => Assertions.Expect(Page.GetByText(text).First).ToBeVisibleAsync();

    /// <summary>By axe's rules for WCAG 2.2 at AA, light and dark, and 320 pixels wide without scrolling sideways.</summary>
    public async Task AssertUsableAsync(string name)
    {
        foreach (var (scheme, width) in new[] { (ColorScheme.Light, 1200), (ColorScheme.Dark, 320) })
        {
            await Page.EmulateMediaAsync(new() { ColorScheme = scheme });
            await Page.SetViewportSizeAsync(width, 900);
            var wide = await Page.EvaluateAsync<int>("document.documentElement.scrollWidth");
            Assert.True(wide <= width, $"{name} is {wide} pixels wide on a screen of {width}.");
            var found = (await Page.RunAxe(new AxeRunOptions
            {
                RunOnly = new() { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] },
                Rules = new() { ["target-size"] = new() { Enabled = true } },
            })).Violations;
            Assert.True(found.Length == 0, $"{name}, {scheme}: {string.Join("\n", found.Select(Describe))}");
        }

        await Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        await Page.SetViewportSizeAsync(1200, 900);
    }

    private static string Describe(AxeResultItem item) => $"{item.Id}: {JsonSerializer.Serialize(item.Nodes.Select(node => node.Html))}";

    private string Address(string path) => $"https://{house.PublicHost}{path}";

    private void Listen()
    {
        // Answers that are refused are named in the console as well, and are part of the tests.
        Page.Console += (_, message) =>
        {
            if (message.Type == "error" && !message.Text.Contains("Failed to load resource", StringComparison.Ordinal))
                Faults.Add(message.Text);
        };
        Page.PageError += (_, fault) => Faults.Add(fault);
    }
}
