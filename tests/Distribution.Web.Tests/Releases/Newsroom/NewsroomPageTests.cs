using System.Diagnostics.Metrics;
using System.Net;
using System.Xml.Linq;
using Distribution.Platform.Telemetry;
using Distribution.Testing;
using Microsoft.Extensions.Diagnostics.Metrics.Testing;

namespace Distribution.Web.Tests.Releases.Newsroom;

public sealed class NewsroomPageTests(Azurite azurite)
{
    private static readonly XName Entry = XName.Get("entry", "http://www.w3.org/2005/Atom");

    [Fact]
    public async Task The_newsroom_shows_every_release_newest_first_in_the_best_language()
    {
        await using var room = await PressRoom.OpenAsync(azurite);
        await room.AddAsync(SampleData.Release, SampleData.French, SampleData.English);
        await room.AddNumberedAsync(1, "es");

        var page = await room.ReadAsync("/");

        Assert.Equal("en", page.DocumentElement.GetAttribute("lang"));
        Assert.Equal(["Number 1", SampleData.English.Headline], page.QuerySelectorAll("h2").Select(headline => headline.TextContent));
        Assert.Equal(["es", "en"], page.QuerySelectorAll("article").Select(article => article.GetAttribute("lang")));
        Assert.Equal("/releases/number-1", page.QuerySelector("h2 a")!.GetAttribute("href"));
        Assert.Equal(
            ["/releases/mesurer-le-blanchissement"],
            page.QuerySelectorAll("article a[hreflang=fr]").Select(link => link.GetAttribute("href")));
    }

    [Fact]
    public async Task A_language_has_a_newsroom_of_its_own()
    {
        await using var room = await PressRoom.OpenAsync(azurite);
        await room.AddAsync(SampleData.Release, SampleData.French, SampleData.English);
        await room.AddNumberedAsync(1, "es");

        var page = await room.ReadAsync("/fr");

        Assert.Equal("fr", page.DocumentElement.GetAttribute("lang"));
        Assert.Equal("Espace presse – Fonds caribéen des récifs", page.Title);
        Assert.Equal([SampleData.French.Headline], page.QuerySelectorAll("h2").Select(headline => headline.TextContent));
        Assert.Equal("français", page.QuerySelector("[aria-current=page]")!.TextContent);
        Assert.Equal("https://press.example.org/fr", page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
        Assert.Equal(
            ["en", "fr", "es", "ar", "x-default"],
            page.QuerySelectorAll("link[rel=alternate][hreflang]").Select(link => link.GetAttribute("hreflang")));
        Assert.Equal("/fr/feed.atom", page.QuerySelector("link[type='application/atom+xml']")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Older_releases_follow_on_further_pages_and_none_is_lost()
    {
        await using var room = await PressRoom.OpenAsync(azurite);
        await Task.WhenAll(Enumerable.Range(1, 45).Select(number => room.AddNumberedAsync(number, number % 2 == 0 ? "en" : "fr")));

        Assert.Equal(Enumerable.Range(1, 45).Reverse(), await NumbersAsync(room, "/"));
        Assert.Equal(Enumerable.Range(1, 45).Reverse().Where(number => number % 2 == 1), await NumbersAsync(room, "/fr"));
    }

    /// <summary>Organisation, offices and the list, however many releases there are and whatever language they are in.</summary>
    [Fact]
    public async Task A_page_and_a_feed_take_three_requests_to_the_storage_also_where_a_hundred_newer_releases_are_in_other_languages()
    {
        await using var room = await PressRoom.OpenAsync(azurite);
        await Task.WhenAll(Enumerable.Range(1, 25).Select(number => room.AddNumberedAsync(number, "es")));
        await Task.WhenAll(Enumerable.Range(26, 110).Select(number => room.AddNumberedAsync(number, number % 2 == 0 ? "en" : "fr")));

        var spanish = await RequestsAsync(room, "/es");
        Assert.Equal(3, spanish.Count);
        Assert.Equal(20, PressRoom.Parse(spanish.Body).QuerySelectorAll("article").Length);
        var older = PressRoom.Parse(spanish.Body).QuerySelector("a[rel=next]")!.GetAttribute("href")!;
        foreach (var path in new[] { older, "/", "/feed.atom", "/es/feed.atom", "/fr/feed.atom", "/ar", "/ar/feed.atom" })
            Assert.Equal((path, 3), (path, (await RequestsAsync(room, path)).Count));
        Assert.Equal(25, XElement.Parse((await RequestsAsync(room, "/es/feed.atom")).Body).Elements(Entry).Count());
    }

    [Theory]
    [InlineData("/?after=nonsense")]
    [InlineData("/?after=%27%20or%20PartitionKey%20eq%20%27due")]
    [InlineData("/?after=")]
    public async Task A_place_to_continue_that_is_none_of_ours_is_the_beginning(string path)
    {
        await using var room = await PressRoom.OpenAsync(azurite);
        await room.AddAsync(SampleData.Release, SampleData.English);

        Assert.Single((await room.ReadAsync(path)).QuerySelectorAll("article"));
    }

    [Fact]
    public async Task A_newsroom_without_organisation_or_releases_says_so()
    {
        await using var app = await HttpHost.StartAsync(azurite, TestContext.Current.CancellationToken);

        var answer = await app.Anonymous.GetAsync("/", TestContext.Current.CancellationToken);
        var page = PressRoom.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("There are no releases yet.", page.QuerySelector(".empty")!.TextContent);
    }

    private static async Task<(int Count, string Body)> RequestsAsync(PressRoom room, string path)
    {
        using MetricCollector<long> operations =
            new(room.App.Get<IMeterFactory>(), TelemetryName.Value, "distribution.storage.operations");
        var answer = await room.GetAsync(path);
        answer.EnsureSuccessStatusCode();
        var body = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return (operations.GetMeasurementSnapshot().Count, body);
    }

    private static async Task<IReadOnlyList<int>> NumbersAsync(PressRoom room, string path)
    {
        List<int> numbers = [];
        for (var next = path; next is not null;)
        {
            var page = await room.ReadAsync(next);
            numbers.AddRange(page.QuerySelectorAll("h2").Select(headline => int.Parse(headline.TextContent.Split(' ')[1], null)));
            next = page.QuerySelector("a[rel=next]")?.GetAttribute("href");
        }

        return numbers;
    }
}
