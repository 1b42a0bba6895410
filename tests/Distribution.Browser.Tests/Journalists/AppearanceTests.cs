using Distribution.Testing;
using Xunit.Sdk;

namespace Distribution.Browser.Tests.Journalists;

/// <summary>That the judge of the pages sees what is wrong.</summary>
public sealed class AppearanceTests(Azurite azurite)
{
    [Theory]
    [InlineData("<main><h1>a</h1><img src=\"data:,\"></main>", "image-alt")]
    [InlineData("<main><h1>a</h1><p style=\"color: #aaa; background: #fff\">Pale words</p></main>", "color-contrast")]
    [InlineData("<main><h1>a</h1><p style=\"width: 2000px\">b</p></main>", "pixels wide")]
    public async Task What_keeps_somebody_out_is_told(string body, string fault)
    {
        await using var house = await FullHost.OpenAsync(azurite, TestContext.Current.CancellationToken);
        await using var reader = await Journalist.SitDownAsync(house, "en");
        await reader.Page.SetContentAsync($"<!DOCTYPE html><html lang=\"en\"><head><title>a</title></head><body>{body}</body></html>");

        var told = await Assert.ThrowsAsync<TrueException>(() => reader.Page.AssertUsableAsync("page"));

        Assert.Contains(fault, told.Message, StringComparison.Ordinal);
    }
}
