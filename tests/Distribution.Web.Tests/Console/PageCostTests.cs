using System.Diagnostics.Metrics;
using System.Net;
using Distribution.Platform.Telemetry;
using Distribution.Publisher.Users;
using Distribution.Testing;
using Microsoft.Extensions.Diagnostics.Metrics.Testing;

namespace Distribution.Web.Tests.Console;

/// <summary>
/// How many requests to the storage a page takes. Four of them are the same for all: the session, its user, the offices and the
/// organisation.
/// </summary>
public sealed class PageCostTests(Azurite azurite) : IAsyncLifetime
{
    private HttpHost app = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        app = await HttpHost.StartAsync(azurite, Token);
        using var organisation = await app.Administrator.PutAsync(
            "/api/organisation",
            """{ "names": { "en": "O" }, "languages": ["en", "fr"], "postalAddress": "P", "website": "https://example.org", "senderAddress": "o@example.org" }""");
        using var office = await app.Administrator.PostAsync(
            "/api/offices",
            """{ "id": "own", "names": { "en": "Own" }, "country": "TT", "timeZone": "America/Port_of_Spain", "replyAddress": "o@example.org" }""");
        Assert.Equal(HttpStatusCode.Created, office.StatusCode);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Theory]
    [InlineData("/console", 7)]
    [InlineData("/console/account", 5)]
    [InlineData("/console/releases?stage=all", 5)]
    [InlineData("/console/releases?stage=mine", 5)]
    [InlineData("/console/releases/new", 4)]
    [InlineData("/console/releases/{id}/write", 6)]
    [InlineData("/console/releases/{id}/details", 7)]
    [InlineData("/console/releases/{id}/send", 6)]
    [InlineData("/console/releases/{id}/history", 8)]
    public async Task A_page_takes_few_requests_however_many_releases_there_are(string page, int most)
    {
        for (var release = 0; release < 12; release++) await NewAsync();
        var address = page.Replace("{id}", await NewAsync(), StringComparison.Ordinal);
        using var browser = await app.SignInAsync(Role.Administrator);
        Assert.InRange(await CountAsync(browser, address), 1, most);
    }

    private async Task<int> CountAsync(HttpClient browser, string address)
    {
        using MetricCollector<long> operations =
            new(app.Get<IMeterFactory>(), TelemetryName.Value, "distribution.storage.operations");
        using var answer = await browser.GetAsync(new Uri(address, UriKind.Relative), Token);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{address}: {answer.StatusCode}");
        return operations.GetMeasurementSnapshot().Count;
    }

    private async Task<string> NewAsync()
    {
        using var made = await app.Administrator.PostAsync(
            "/api/releases",
            """{ "office": "own", "originalLanguage": "en", "translations": { "en": { "headline": "One" }, "fr": { "headline": "Un" } } }""");
        return (await made.JsonAsync(HttpStatusCode.Created)).GetProperty("id").GetString()!;
    }
}
