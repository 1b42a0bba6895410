using System.Collections.Concurrent;
using Distribution.Platform.Security;
using Distribution.Releases.Drafts;
using Distribution.Releases.Workflow;
using Distribution.Testing;
using Distribution.Testing.Checkers;
using Microsoft.Playwright;

namespace Distribution.Browser.Tests.Journalists;

/// <summary>The pages that no good life leads to, and those of the newsroom, in the languages of the pages.</summary>
public sealed class EveryPageTests(Azurite azurite)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("en")]
    [InlineData("fr")]
    [InlineData("es")]
    public async Task Every_page_can_be_used_by_everybody_and_is_valid_HTML(string language)
    {
        await using var house = await FullHost.OpenAsync(azurite, Token);
        await house.Dispatch.AddListAsync("press", Token);
        await house.Dispatch.AddListAsync("radio", Token);
        await house.Dispatch.SubscribeAsync("press", "rosa@example.org", Token, languages: [language]);
        var release = await house.Dispatch.ScheduleAsync(["press"], Token, "en", "fr", "es");
        var leave = new Uri((await house.SendAsync(Token)).Single().Message.Headers["List-Unsubscribe"]!.Trim('<', '>')).AbsolutePath;
        await using var reader = await Journalist.SitDownAsync(house, language);
        ConcurrentDictionary<string, string> pages = [];
        reader.Page.Response += async (_, response) => await KeepAsync(response, pages);

        foreach (var (name, path) in new[]
        {
            ("newsroom", $"/{language}"), ("missing", "/releases/nowhere"),
            ("unsubscribe", leave), ("leave-forged", $"{leave}x"), ("leave-test", "/unsubscribe/test"),
            ("confirm-forged", "/subscribe/confirm/forged"), ("preferences-forged", "/preferences/open/forged"),
            ("move-forged", "/preferences/address/forged"), ("preferences-closed", "/preferences"),
        })
        {
            await reader.GoToAsync(path);
            await reader.Page.AssertUsableAsync($"{name}-{language}");
        }

        await reader.GoToAsync($"/releases/{DispatchHost.SlugOf(release.Id, language)}");
        await Assertions.Expect(reader.Page.Locator("article.release h1")).ToBeVisibleAsync();
        await reader.Page.AssertUsableAsync($"release-{language}");
        await reader.GoToAsync($"/approvals/{await ApprovalOfAsync(release.Id, house)}");
        await Assertions.Expect(reader.Page.Locator("article.release").First).ToBeVisibleAsync();
        await reader.Page.AssertUsableAsync($"approval-{language}");
        await reader.GoToAsync(leave);
        await reader.Page.GetByRole(AriaRole.Button).First.ClickAsync();
        await reader.Page.AssertUsableAsync($"left-{language}");
        await SubscribeWronglyAsync(reader, house, language);
        await reader.Page.AssertUsableAsync($"subscribe-wrong-{language}");
        await AskForPreferencesWronglyAsync(reader, language);
        await reader.Page.AssertUsableAsync($"preferences-wrong-{language}");

        Assert.InRange(pages.Count, 14, 100);
        Assert.Empty(await NuChecker.FindAsync(pages, Token));
    }

    private static async Task<string> ApprovalOfAsync(string id, FullHost house)
    {
        var release = (await house.Dispatch.Get<ReleaseStore>().FindAsync(id, Token))!.Release;
        return house.Dispatch.Get<LinkTokens>().Sign(LinkPurpose.Approval, id, ApprovalLink.Get(release));
    }

    /// <summary>With an address that browsers take and mail servers do not.</summary>
    private static async Task SubscribeWronglyAsync(Journalist reader, FullHost house, string language)
    {
        await reader.GoToAsync($"/{language}/subscribe");
        await reader.Page.Locator("#address").FillAsync("rosa@localhost");
        house.Dispatch.Clock.Advance(TimeSpan.FromMinutes(1));
        await reader.Page.GetByRole(AriaRole.Button).ClickAsync();
        await Assertions.Expect(reader.Page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
    }

    private static async Task AskForPreferencesWronglyAsync(Journalist reader, string language)
    {
        await reader.GoToAsync($"/{language}/preferences");
        await reader.Page.Locator("#address").FillAsync("rosa@localhost");
        await reader.Page.GetByRole(AriaRole.Button).ClickAsync();
        await Assertions.Expect(reader.Page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
    }

    private static async Task KeepAsync(IResponse response, ConcurrentDictionary<string, string> pages)
    {
        if (response.Headers.GetValueOrDefault("content-type")?.StartsWith("text/html", StringComparison.Ordinal) != true) return;
        pages.TryAdd($"page-{pages.Count}", await response.TextAsync());
    }
}
