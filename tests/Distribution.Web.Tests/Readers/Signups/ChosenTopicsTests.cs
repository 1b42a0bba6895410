using System.Net;
using System.Text.RegularExpressions;
using Distribution.Audiences.Selection;
using Distribution.Platform.Storage;
using Distribution.Publisher.Topics;
using Distribution.Releases.Drafts;
using Distribution.Testing;
using Distribution.Testing.Smtp;

namespace Distribution.Web.Tests.Readers.Signups;

/// <summary>A journalist chooses topics in their language, the office filters by its own words for them, and they meet.</summary>
public sealed partial class ChosenTopicsTests(Azurite azurite)
{
    private const string Address = "rosa@example.org";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_reader_who_chose_topics_in_french_gets_the_releases_filtered_by_their_ids_and_no_others()
    {
        await using var house = await FullHost.OpenAsync(azurite, Token);
        await SampleTopics.AddAsync(house.Web.Get<TopicStore>(), Token);
        await house.Dispatch.AddListAsync("press", Token);
        await SubscribeAsync(house, Label("Migrations", await FormAsync(house)), Label("Santé", await FormAsync(house)));

        Assert.Equal(Address, To(await SendAsync(house, "migration")));
        Assert.Equal(Address, To(await SendAsync(house, "health")));
        // Below health.
        Assert.Equal(Address, To(await SendAsync(house, "vaccination")));
        Assert.Null(To(await SendAsync(house, "reefs")));
    }

    [Fact]
    public async Task A_hint_stands_apart_from_the_name_of_its_field()
    {
        await using var house = await FullHost.OpenAsync(azurite, Token);
        await SampleTopics.AddAsync(house.Web.Get<TopicStore>(), Token);
        await house.Dispatch.AddListAsync("press", Token);
        var text = Tag().Replace(await FormAsync(house), "");

        Assert.All(["Sujets", "Votre nom", "Pays que vous couvrez"], field => Assert.Contains($"{field} (facultatif)", text));
    }

    private static async Task<string> FormAsync(FullHost house) =>
        await house.Web.Anonymous.GetStringAsync(new Uri("/fr/subscribe", UriKind.Relative), Token);

    /// <summary>The value of the checkbox that is labelled so.</summary>
    private static string Label(string words, string form) =>
        Regex.Match(form, $"name=\"topics\" value=\"([a-z]+)\"[^>]*>\\s*<span[^>]*>{words}<").Groups[1].Value;

    private static async Task SubscribeAsync(FullHost house, params IEnumerable<string> topics)
    {
        var shown = Shown().Match(await FormAsync(house)).Groups[1].Value;
        house.Dispatch.Clock.Advance(TimeSpan.FromSeconds(5));
        using FormUrlEncodedContent form = new(
        [
            new("shown", shown),
            new("address", Address),
            new("lists", "press"),
            new("languages", "fr"),
            .. topics.Select(topic => KeyValuePair.Create("topics", topic)),
        ]);
        using var asked = await house.Web.Anonymous.PostAsync(new Uri("/fr/subscribe", UriKind.Relative), form, Token);
        Assert.Equal(HttpStatusCode.SeeOther, asked.StatusCode);
        var mail = Assert.Single(await house.SendAsync(Token));
        Uri link = new(Link().Match(mail.Message.TextBody!).Value);
        using var confirmed = await house.Web.Anonymous.PostAsync(new Uri(link.AbsolutePath, UriKind.Relative), null, Token);
        Assert.Equal(HttpStatusCode.SeeOther, confirmed.StatusCode);
    }

    private static async Task<IReadOnlyList<ReceivedMail>> SendAsync(FullHost house, string topic)
    {
        var release = await house.Dispatch.ScheduleAsync(["press"], Token, "en", "fr");
        var store = house.Dispatch.Get<ReleaseStore>();
        var read = (await store.FindMainAsync(release.Id, Token))!;
        Audience audience = new() { Lists = ["press"], Topics = [topic] };
        Assert.IsType<WriteResult.Done>(
            await store.ReplaceAsync(read, read.Value with { Topics = [topic], Audience = audience }, Token));
        return await house.SendAsync(Token);
    }

    private static string? To(IReadOnlyList<ReceivedMail> mails) =>
        mails.SingleOrDefault(mail => mail.Message.Subject == "Headline in fr")?.Message.To.Mailboxes.Single().Address;

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex("https?://[^\\s]+/subscribe/confirm/[A-Za-z0-9_-]+")]
    private static partial Regex Link();

    [GeneratedRegex("name=\"shown\" value=\"([^\"]+)\"")]
    private static partial Regex Shown();
}
