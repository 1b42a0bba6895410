using System.Xml.Linq;
using Distribution.Publisher.Topics;
using Distribution.Testing;

namespace Distribution.Web.Tests.Releases.Newsroom;

public sealed class FeedTests(Azurite azurite)
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    [Fact]
    public async Task A_feed_has_what_rfc_4287_asks_of_it()
    {
        await using var room = await PressRoom.OpenAsync(azurite);
        await room.AddAsync(SampleData.Release with { Topics = ["reefs"] }, SampleData.English, SampleData.French);

        var feed = await FeedAsync(room, "/fr/feed.atom");
        var entry = Assert.Single(feed.Elements(Atom + "entry"));

        Assert.Equal("fr", (string?)feed.Attribute(XNamespace.Xml + "lang"));
        Assert.Equal("https://press.example.org/fr/feed.atom", feed.Element(Atom + "id")!.Value);
        Assert.Equal("Fonds caribéen des récifs – Espace presse", feed.Element(Atom + "title")!.Value);
        Assert.Equal("2026-03-12T14:00:00Z", feed.Element(Atom + "updated")!.Value);
        Assert.Equal("Fonds caribéen des récifs", feed.Element(Atom + "author")!.Element(Atom + "name")!.Value);
        Assert.Equal(["self https://press.example.org/fr/feed.atom", "alternate https://press.example.org/fr"], Links(feed));
        Assert.Matches("^urn:uuid:[0-9a-f-]{36}$", entry.Element(Atom + "id")!.Value);
        Assert.Equal(SampleData.French.Headline, entry.Element(Atom + "title")!.Value);
        Assert.Equal(SampleData.French.Summary, entry.Element(Atom + "summary")!.Value);
        Assert.Equal("2026-03-12T14:00:00Z", entry.Element(Atom + "published")!.Value);
        Assert.Equal("Fonds caribéen des récifs Port-d’Espagne", entry.Element(Atom + "author")!.Value);
        Assert.Equal("reefs", (string?)entry.Element(Atom + "category")!.Attribute("term"));
        Assert.Equal(["alternate https://press.example.org/releases/mesurer-le-blanchissement"], Links(entry));
        Assert.Equal("html", (string?)entry.Element(Atom + "content")!.Attribute("type"));
        Assert.StartsWith("<p>Kingston, 12 mars –", entry.Element(Atom + "content")!.Value, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/fr/feed.atom", "Récifs")]
    [InlineData("/feed.atom", "Reefs")]
    public async Task A_topic_has_its_id_and_its_name_in_the_language_of_the_entry(string path, string label)
    {
        await using var room = await PressRoom.OpenAsync(azurite);
        await room.App.Get<TopicStore>().AddAsync(
            "reefs", new() { Id = "reefs", Names = new([new("en", "Reefs"), new("fr", "Récifs")]) }, TestContext.Current.CancellationToken);
        await room.AddAsync(SampleData.Release with { Topics = ["reefs", "no topic"] }, SampleData.English, SampleData.French);

        var entry = Assert.Single((await FeedAsync(room, path)).Elements(Atom + "entry"));

        Assert.Equal(
            [("reefs", label), ("no topic", "no topic")],
            entry.Elements(Atom + "category").Select(topic => ((string?)topic.Attribute("term"), (string?)topic.Attribute("label"))));
    }

    [Fact]
    public async Task The_feed_of_all_has_each_release_once_and_those_of_languages_only_their_own()
    {
        await using var room = await PressRoom.OpenAsync(azurite);
        await room.AddAsync(SampleData.Release, SampleData.English, SampleData.French);
        await room.AddNumberedAsync(1, "es");

        Assert.Equal(["Number 1", SampleData.English.Headline], Titles(await FeedAsync(room, "/feed.atom")));
        Assert.Equal([SampleData.French.Headline], Titles(await FeedAsync(room, "/fr/feed.atom")));
        Assert.Empty(Titles(await FeedAsync(room, "/ar/feed.atom")));
    }

    [Fact]
    public async Task Characters_that_xml_forbids_do_not_break_the_feed()
    {
        await using var room = await PressRoom.OpenAsync(azurite);
        await room.AddAsync(
            SampleData.Release, SampleData.English with { Headline = "A & B < C\u0001\uFFFE", Summary = "\u000b", Body = "x\u0002 ]]> y" });

        Assert.Equal(["A & B < C"], Titles(await FeedAsync(room, "/feed.atom")));
    }

    [Fact]
    public async Task A_feed_says_its_type_and_may_be_asked_for_again()
    {
        await using var room = await PressRoom.OpenAsync(azurite);
        await room.AddAsync(SampleData.Release, SampleData.English);

        var answer = await room.GetAsync("/feed.atom");

        Assert.Equal("application/atom+xml; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
        Assert.NotNull(answer.Headers.ETag);
    }

    private static async Task<XElement> FeedAsync(PressRoom room, string path)
    {
        var answer = await room.GetAsync(path);
        answer.EnsureSuccessStatusCode();
        return XElement.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    private static IEnumerable<string> Titles(XElement feed) =>
        feed.Elements(Atom + "entry").Select(entry => entry.Element(Atom + "title")!.Value);

    private static IEnumerable<string> Links(XElement element) =>
        element.Elements(Atom + "link").Select(link => $"{(string?)link.Attribute("rel")} {(string?)link.Attribute("href")}");
}
