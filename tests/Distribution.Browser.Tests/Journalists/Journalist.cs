using Distribution.Testing;
using Distribution.Testing.Checkers;
using Distribution.Testing.Smtp;
using Microsoft.Playwright;

namespace Distribution.Browser.Tests.Journalists;

/// <summary>
/// Somebody at a browser, with an inbox: Debian's Chromium, for which the public address leads to the program under test.
/// </summary>
internal sealed class Journalist : IAsyncDisposable
{
    private const string Program = "/usr/bin/chromium";

    private readonly FullHost house;
    private readonly IPlaywright playwright;
    private readonly IBrowser browser;

    private Journalist(FullHost house, IPlaywright playwright, IBrowser browser, IPage page) =>
        (this.house, this.playwright, this.browser, Page) = (house, playwright, browser, page);

    public IPage Page { get; }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<Journalist> SitDownAsync(FullHost house, string language)
    {
        if (!File.Exists(Program)) NeededTool.Missing("Chromium is not installed: apt-get install --no-install-recommends chromium.");
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Program,
            ChromiumSandbox = Environment.UserName != "root",
            Args =
                [$"--host-resolver-rules=MAP {house.PublicHost}:443 {house.SecureAddress.Authority}, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"],
        });
        var context = await browser.NewContextAsync(new() { IgnoreHTTPSErrors = true, Locale = language, AcceptDownloads = true });
        return new(house, playwright, browser, await context.NewPageAsync());
    }

    public Task GoToAsync(string path) => Page.GotoAsync($"https://{house.PublicHost}{path}");

    /// <summary>Opens a mail as its reader sees it, and follows a link of it.</summary>
    public async Task FollowAsync(ReceivedMail mail, string link)
    {
        await Page.SetContentAsync(mail.Message.HtmlBody!);
        await Page.GetByRole(AriaRole.Link, new() { Name = link, Exact = true }).ClickAsync();
        await Page.WaitForLoadStateAsync();
    }

    /// <summary>
    /// Presses a button, of the part of the page with the heading if one is named, and waits for the page that it leads to.
    /// </summary>
    public async Task PressAsync(string button, string? region = null)
    {
        var named = region is null
            ? Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true })
            : Page.GetByRole(AriaRole.Region, new() { Name = region }).GetByRole(AriaRole.Button, new() { Name = button, Exact = true });
        await named.ClickAsync();
        await Page.WaitForLoadStateAsync();
    }

    /// <summary>The one mail that has come to the address since the last time anything was sent.</summary>
    public async Task<ReceivedMail> TakeMailAsync(string address) =>
        Assert.Single(await house.SendAsync(Token), mail => mail.Recipient == address);

    /// <summary>The page says it.</summary>
    public Task SeesAsync(string text) => Assertions.Expect(Page.GetByText(text).First).ToBeVisibleAsync();

    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
    }
}
