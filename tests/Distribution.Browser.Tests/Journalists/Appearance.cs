using System.Text.Json;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Distribution.Browser.Tests.Journalists;

/// <summary>Whether everybody can use a page: by axe's rules for WCAG 2.2 at AA, in light and dark, 320 pixels wide without scrolling sideways (1.4.10), and without a script.</summary>
internal static class Appearance
{
    private static readonly (ColorScheme Scheme, int Width)[] Screens = [(ColorScheme.Light, 1280), (ColorScheme.Dark, 320)];

    /// <summary>Where pictures of all pages are wanted.</summary>
    private static readonly string? Pictures = Environment.GetEnvironmentVariable("DISTRIBUTION_PICTURES");

    private static readonly AxeRunOptions Rules = new()
    {
        RunOnly = new() { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] },
        Rules = new() { ["target-size"] = new() { Enabled = true } },
    };

    /// <param name="page">The page.</param>
    /// <param name="name">The page's name in a failure, and as a picture.</param>
    public static async Task AssertUsableAsync(this IPage page, string name)
    {
        Assert.Equal(0, await page.EvaluateAsync<int>("document.scripts.length"));
        foreach (var (scheme, width) in Screens)
        {
            await page.EmulateMediaAsync(new() { ColorScheme = scheme });
            await page.SetViewportSizeAsync(width, 900);
            var wide = await page.EvaluateAsync<int>("document.documentElement.scrollWidth");
            Assert.True(wide <= width, $"{name} is {wide} pixels wide on a screen of {width}.");
            var found = (await page.RunAxe(Rules)).Violations;
            Assert.True(found.Length == 0, $"{name}, {scheme}: {Describe(found)}");
            if (Pictures is not null) await page.ScreenshotAsync(new() { Path = Path.Combine(Pictures, $"{name}-{width}.png"), FullPage = true });
        }
    }

    private static string Describe(IEnumerable<AxeResultItem> found) => string.Join(
        "\n", found.Select(item => $"{item.Id}: {item.Help}: {JsonSerializer.Serialize(item.Nodes.Select(node => node.Html))}"));
}
