using System.Net;
using Distribution.Testing;
using Distribution.Web.Platform.Assets;

namespace Distribution.Web.Tests.Platform.Assets;

public sealed class AssetTests(Azurite azurite)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_style_sheet_is_kept_for_ever_under_the_name_of_its_content()
    {
        await using var app = await HttpHost.StartAsync(azurite, Cancellation);

        var answer = await app.Anonymous.GetAsync(Asset.PublicStyles.Address, Cancellation);

        Assert.Matches("^/assets/public[.][0-9a-f]{16}[.]css$", Asset.PublicStyles.Address);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("text/css; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
        Assert.Equal("public, max-age=31536000, immutable", answer.Headers.CacheControl!.ToString());
        Assert.Contains("prefers-color-scheme: dark", await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/assets/public.css")]
    [InlineData("/assets/public.0000000000000000.css")]
    [InlineData("/assets/..%2F..%2Fappsettings.json")]
    public async Task No_other_file_is_served(string path)
    {
        await using var app = await HttpHost.StartAsync(azurite, Cancellation);

        Assert.Equal(HttpStatusCode.NotFound, (await app.Anonymous.GetAsync(path, Cancellation)).StatusCode);
    }
}
