using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Distribution.Testing.Checkers;
using Distribution.Testing.Servers;
using Microsoft.Playwright;

namespace Distribution.Browser.Tests.Console;

/// <summary>
/// The program as it comes: the real server with an empty store, and somebody who uses only the pages, from the link on the server's output
/// to two mails in the inbox.
/// </summary>
public sealed partial class FirstRunTests
{
    private const string Program = "/usr/bin/chromium";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task From_an_empty_store_to_a_release_in_two_languages()
    {
        if (!File.Exists(Program)) NeededTool.Missing("Chromium is not installed: apt-get install --no-install-recommends chromium.");
        await using ServerFolder folder = new();
        await using var server = folder.Start([]);
        Assert.NotNull(await server.WaitForLineAsync("Ctrl+C", Token));
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Program,
            ChromiumSandbox = Environment.UserName != "root",
        });
        var page = await browser.NewPageAsync(new() { Locale = "en" });
        List<string> faults = [];
        page.Console += (_, message) =>
        {
            if (message.Type == "error") faults.Add(message.Text);
        };

        await page.GotoAsync(Link().Match(server.Output).Value);
        await PressAsync(page, "Sign in");
        await SetUpAsync(page);
        await WriteAsync(page);
        await page.GetByRole(AriaRole.Link, new() { Name = "Audience", Exact = true }).ClickAsync();
        await page.GetByLabel("Caribbean press").First.CheckAsync();
        await PressAsync(page, "Save the audience");
        await Assertions.Expect(page.GetByText("Saved.")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Send", Exact = true }).First.ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Checks" })).ToBeVisibleAsync();
        await SendAsync(page);

        var subjects = await SubjectsAsync(Inbox().Match(server.Output).Groups[1].Value, 2);
        Assert.Equal(["Le port ouvre aux traversées de nuit", "Le port ouvre aux traversées de nuit"], subjects);
        Assert.Empty(faults);
        await server.SignalAsync("INT", Token);
        await server.WaitForEndAsync(Token);
    }

    private static async Task SetUpAsync(IPage page)
    {
        await page.GetByLabel("Name of the organisation").FillAsync("Harbour Agency");
        await page.GetByLabel("English").CheckAsync();
        await page.GetByLabel("français").CheckAsync();
        await page.GetByLabel("Postal address").FillAsync("1 Harbour Road\nPort of Spain");
        await page.GetByLabel("Website").FillAsync("https://harbour.example.org");
        await page.GetByLabel("Address that mails come from").FillAsync("press@harbour.example.org");
        await PressAsync(page, "Save and continue");
        await page.GetByLabel("Name of the office").FillAsync("Port of Spain");
        await page.GetByLabel("Country").SelectOptionAsync("TT");
        await page.GetByLabel("Time zone").FillAsync("America/Port_of_Spain");
        await page.GetByLabel("Telephone of the office").FillAsync("+1 868 624 0101");
        await PressAsync(page, "Save and continue");
        await page.GetByLabel("Name of the press officer").FillAsync("Ada Mohan");
        await page.GetByLabel("Mail address").FillAsync("ada@harbour.example.org");
        await page.GetByLabel("Telephone").FillAsync("+1 868 680 0101");
        await PressAsync(page, "Save and continue");
        await page.GetByLabel("Name of the media list").FillAsync("Caribbean press");
        await page.GetByLabel("The language they read").SelectOptionAsync("fr");
        await page.GetByLabel("Journalists, one a line").FillAsync("Ana Ruiz <ana@example.org>\nBen Lee <ben@example.org>");
        await page.GetByLabel("Where you have these addresses from").FillAsync("Visiting cards");
        await PressAsync(page, "Save and continue");
        await page.GetByRole(AriaRole.Link, new() { Name = "Write the first release" }).ClickAsync();
    }

    private static async Task WriteAsync(IPage page)
    {
        await page.GetByLabel("Headline").FillAsync("Harbour opens to night ferries");
        await PressAsync(page, "Start writing");
        await FillTextAsync(page, "The harbour opens to ferries at night from Monday.");
        await page.GetByText("Add a language").ClickAsync();
        await page.GetByLabel("Language", new() { Exact = true }).SelectOptionAsync("fr");
        await PressAsync(page, "Add");
        var french = page.Locator("form[data-text=fr]");
        await french.GetByLabel("Headline").FillAsync("Le port ouvre aux traversées de nuit");
        await FillTextAsync(page, "Le port ouvre aux traversées de nuit dès lundi.", french);
    }

    /// <summary>The text saves itself, and says so.</summary>
    private static async Task FillTextAsync(IPage page, string body, ILocator? form = null)
    {
        form ??= page.Locator("form[data-text]");
        await form.GetByLabel("Text", new() { Exact = true }).FillAsync(body);
        await form.GetByLabel("This text is ready").CheckAsync();
        await Assertions.Expect(form.Locator(".saving")).ToContainTextAsync("Saved", new() { Timeout = 30_000 });
    }

    private static async Task SendAsync(IPage page)
    {
        await Assertions.Expect(page.GetByText(Counted())).ToBeVisibleAsync(new() { Timeout = 30_000 });
        await page.GetByLabel("At once").CheckAsync();
        foreach (var warning in await page.GetByLabel("It is meant so").AllAsync()) await warning.CheckAsync();
        await PressAsync(page, "Continue");
        await PressAsync(page, "Send to 2 people now");
    }

    /// <summary>Each next step looks for what only the next page has.</summary>
    private static Task PressAsync(IPage page, string button) =>
        page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).First.ClickAsync();

    private static async Task<List<string>> SubjectsAsync(string inbox, int wanted)
    {
        using HttpClient http = new();
        while (true)
        {
            // Beside the notices to the user who sent it.
            var mails = JsonNode.Parse(await http.GetStringAsync(new Uri($"{inbox}api/email"), Token))!.AsArray()
                .Where(mail => mail!["to"]![0]!["address"]!.GetValue<string>() != "administrator@example.org").ToList();
            if (mails.Count >= wanted) return [.. mails.Select(mail => mail!["subject"]!.GetValue<string>()).Order(StringComparer.Ordinal)];
            await Task.Delay(TimeSpan.FromMilliseconds(250), TimeProvider.System, Token);
        }
    }

    [GeneratedRegex(@"\d+ errors?, \d+ warnings?")]
    private static partial Regex Counted();

    [GeneratedRegex(@"http://\S+/console/sign-in/\S+")]
    private static partial Regex Link();

    [GeneratedRegex(@"inbox\s+(http://\S+)")]
    private static partial Regex Inbox();
}
