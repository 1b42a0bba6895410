using System.Diagnostics.Metrics;
using System.Net;
using System.Text;
using Distribution.Audiences.MediaLists;
using Distribution.Audiences.Subscriptions;
using Distribution.Contacts.Contacts;
using Distribution.Platform.Security;
using Distribution.Platform.Telemetry;
using Distribution.Publisher.Topics;
using Distribution.Readers.Unsubscribe;
using Distribution.Testing;
using Distribution.Web.Tests.Releases.Newsroom;
using Microsoft.Extensions.Diagnostics.Metrics.Testing;

namespace Distribution.Web.Tests.Readers.Unsubscribe;

public sealed class UnsubscribeTests(Azurite azurite) : IAsyncLifetime
{
    private const string Person = "fedcba9876543210fedcba9876543210";

    private PressRoom room = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Link => $"/unsubscribe/{room.App.Get<LinkTokens>().Sign(LinkPurpose.Unsubscribe, SampleData.Release.Id, Person)}";

    public async ValueTask InitializeAsync()
    {
        room = await PressRoom.OpenAsync(azurite);
        await room.AddAsync(SampleData.Release with { Topics = ["reefs"] }, SampleData.English, SampleData.French);
        foreach (var list in SampleData.Lists.Values) await room.App.Get<MediaListStore>().AddAsync(list.Id, list, Cancellation);
        foreach (var list in new[] { "caribbean-press", "agencies", "elsewhere" }) await SubscribeAsync(Person, list);
        await AddPersonAsync(Person, "rosa@paper.example.com");
    }

    [Fact]
    public async Task The_page_says_in_the_readers_language_what_leaving_would_end_and_masks_the_address()
    {
        var answer = await room.GetAsync(Link);
        var html = await answer.Content.ReadAsStringAsync(Cancellation);
        var page = PressRoom.Parse(html);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("fr", page.DocumentElement.GetAttribute("lang"));
        Assert.Equal(["Presse des Caraïbes", "Agences de presse"], page.QuerySelectorAll("main li").Select(list => list.TextContent));
        Assert.Equal("r…@paper.example.com", page.QuerySelector("main bdi")!.TextContent);
        Assert.DoesNotContain("rosa@", html, StringComparison.Ordinal);
        Assert.Equal("Se désabonner de ces listes", Assert.Single(page.QuerySelectorAll("form:not(.rather) button")).TextContent);
        Assert.Equal(Link, page.QuerySelector("form")!.GetAttribute("action"));
        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    [Theory]
    [InlineData("undo", Frequency.Immediate, false)]
    [InlineData("daily", Frequency.Daily, false)]
    [InlineData("pause", Frequency.Immediate, true)]
    public async Task A_contact_who_unsubscribed_may_undo_it_or_choose_less(string choice, Frequency frequency, bool pauses)
    {
        using var left = await room.App.Anonymous.PostAsync(Link, null, Cancellation);
        var page = PressRoom.Parse(await left.Content.ReadAsStringAsync(Cancellation));
        Assert.Equal(
            ["undo", "daily", "pause", "beat"], page.QuerySelectorAll("form.rather button").Select(button => button.GetAttribute("value")));
        Assert.All(page.QuerySelectorAll("form.rather"), form => Assert.Equal($"{Link}/keep", form.GetAttribute("action")));

        using var stays = await KeepAsync(choice);

        Assert.Equal(HttpStatusCode.OK, stays.StatusCode);
        var subscription = (await room.App.Get<SubscriptionStore>().FindAsync("agencies", Person, Cancellation))!.Value;
        Assert.Equal((SubscriptionState.Confirmed, frequency), (subscription.State, subscription.Frequency));
        Assert.Equal(pauses, subscription.PausedUntil > room.App.Clock.GetUtcNow().AddDays(29));
        Assert.Empty(await room.App.Get<SendExclusionStore>().ForContactAsync(Person, Cancellation)
            .Where(row => row.Value.Lists is not null).ToListAsync(Cancellation));
    }

    [Fact]
    public async Task An_unsubscription_of_long_ago_is_not_undone_by_the_link()
    {
        (await room.App.Anonymous.PostAsync(Link, null, Cancellation)).Dispose();
        room.App.Clock.Advance(TimeSpan.FromDays(7));

        (await KeepAsync("undo")).Dispose();

        Assert.Equal(
            SubscriptionState.Ended, (await room.App.Get<SubscriptionStore>().FindAsync("agencies", Person, Cancellation))!.Value.State);
    }

    [Theory]
    [InlineData("everything")]
    [InlineData("7")]
    [InlineData("")]
    public async Task Another_choice_changes_nothing(string choice)
    {
        using var answer = await KeepAsync(choice);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal(
            Frequency.Immediate, (await room.App.Get<SubscriptionStore>().FindAsync("agencies", Person, Cancellation))!.Value.Frequency);
    }

    [Fact]
    public async Task Of_several_lists_the_ticked_ones_are_kept_and_the_others_end_before_leaving_and_after()
    {
        using var before = await KeepAsync("undo", ("lists", ""), ("lists", "agencies"));
        Assert.Equal([SubscriptionState.Ended, SubscriptionState.Confirmed, SubscriptionState.Confirmed], await StatesAsync(Person));
        Assert.Equal(["Agences de presse"], PressRoom.Parse(await before.Content.ReadAsStringAsync(Cancellation))
            .QuerySelectorAll("main li")
            .Select(list => list.TextContent));

        (await room.App.Anonymous.PostAsync(Link, null, Cancellation)).Dispose();
        using var after = await KeepAsync("undo", ("lists", ""), ("lists", "caribbean-press"));
        Assert.Equal([SubscriptionState.Confirmed, SubscriptionState.Ended, SubscriptionState.Confirmed], await StatesAsync(Person));

        using var none = await KeepAsync("undo", ("lists", ""));
        Assert.Equal([SubscriptionState.Ended, SubscriptionState.Ended, SubscriptionState.Confirmed], await StatesAsync(Person));
        Assert.Equal(
            "Vous êtes désabonné", PressRoom.Parse(await none.Content.ReadAsStringAsync(Cancellation)).QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task A_pause_ends_on_the_day_that_they_name_by_their_own_clock()
    {
        using var answer = await KeepAsync("pause", ("until", "2027-02-01"));

        Assert.Contains("avant le 1er février 2027", await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        var contact = (await room.App.Get<ContactStore>().FindAsync(Person, Cancellation))!.Value;
        Assert.Equal(new DateTimeOffset(2027, 2, 1, 0, 0, 0, TimeSpan.Zero), contact.DeliveryPreferences.PausedUntil);
    }

    [Theory]
    [InlineData("2026-11-24")]
    [InlineData("2020-01-01")]
    [InlineData("2028-02-01")]
    [InlineData("tomorrow")]
    [InlineData("")]
    public async Task A_day_that_cannot_be_had_is_told_and_brings_nobody_back(string until)
    {
        (await room.App.Anonymous.PostAsync(Link, null, Cancellation)).Dispose();

        using var answer = await KeepAsync("pause", ("until", until));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.NotNull(PressRoom.Parse(await answer.Content.ReadAsStringAsync(Cancellation)).QuerySelector("[role=alert]"));
        Assert.Equal([SubscriptionState.Ended, SubscriptionState.Ended, SubscriptionState.Confirmed], await StatesAsync(Person));
    }

    [Fact]
    public async Task Not_my_beat_keeps_the_lists_without_what_the_release_is_about()
    {
        (await room.App.Anonymous.PostAsync(Link, null, Cancellation)).Dispose();

        using var answer = await KeepAsync("beat");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.All(await StatesAsync(Person), state => Assert.Equal(SubscriptionState.Confirmed, state));
        var subscription = (await room.App.Get<SubscriptionStore>().FindAsync("agencies", Person, Cancellation))!.Value;
        Assert.Equal(["reefs"], subscription.NotTopics);
    }

    [Fact]
    public async Task Topics_stand_on_the_page_by_their_names_and_in_the_preferences_by_their_ids()
    {
        await SampleTopics.AddAsync(room.App.Get<TopicStore>(), Cancellation);
        (await room.App.Anonymous.PostAsync(Link, null, Cancellation)).Dispose();

        var page = await (await room.GetAsync(Link)).Content.ReadAsStringAsync(Cancellation);
        Assert.Contains("plus rien sur Récifs coralliens", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        using var answer = await KeepAsync("beat");

        var kept = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancellation));
        Assert.Contains("porte uniquement sur Récifs coralliens", kept, StringComparison.Ordinal);
        Assert.Equal(
            ["reefs"], (await room.App.Get<SubscriptionStore>().FindAsync("agencies", Person, Cancellation))!.Value.NotTopics);
    }

    /// <summary>Chooses on the page as it is now, as a browser does.</summary>
    private async Task<HttpResponseMessage> KeepAsync(string choice, params (string Name, string Value)[] fields)
    {
        var version = (await room.ReadAsync(Link)).QuerySelector("form.rather input[name=version]")?.GetAttribute("value") ?? "";
        return await KeepOfAsync(version, choice, fields);
    }

    private Task<HttpResponseMessage> KeepOfAsync(string version, string choice, params (string Name, string Value)[] fields) =>
        room.App.Anonymous.PostFormAsync($"{Link}/keep", [("version", version), ("choice", choice), .. fields]);

    [Theory]
    [InlineData("undo")]
    [InlineData("daily")]
    [InlineData("pause")]
    [InlineData("beat")]
    public async Task A_page_that_stayed_open_brings_nobody_back(string choice)
    {
        var version = (await room.ReadAsync(Link)).QuerySelector("form.rather input[name=version]")!.GetAttribute("value")!;
        (await room.App.Anonymous.PostAsync(Link, null, Cancellation)).Dispose();

        using var answer = await KeepOfAsync(version, choice);
        using var without = await KeepOfAsync("", choice);

        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.Conflict), (answer.StatusCode, without.StatusCode));
        Assert.Equal([SubscriptionState.Ended, SubscriptionState.Ended, SubscriptionState.Confirmed], await StatesAsync(Person));
        var page = PressRoom.Parse(await answer.Content.ReadAsStringAsync(Cancellation));
        Assert.Equal("Vous êtes désabonné", page.QuerySelector("h1")!.TextContent);
        Assert.NotNull(page.QuerySelector("[role=status]"));
        var contact = (await room.App.Get<ContactStore>().FindAsync(Person, Cancellation))!.Value;
        Assert.Null(contact.DeliveryPreferences.PausedUntil);
        Assert.Empty(contact.DeliveryPreferences.NotTopics);
    }

    [Fact]
    public async Task The_pages_own_button_leads_back_to_the_page_which_says_how_things_are()
    {
        var button = (await room.ReadAsync(Link)).QuerySelector("form:not(.rather) input")!;

        using var left = await room.App.Anonymous.PostFormAsync(Link, (button.GetAttribute("name")!, "1"));
        Assert.Equal(
            "Vous êtes désabonné", PressRoom.Parse(await left.Content.ReadAsStringAsync(Cancellation)).QuerySelector("h1")!.TextContent);
        Assert.Equal(Link, left.RequestMessage!.RequestUri!.AbsolutePath);

        using var kept = await KeepAsync("daily");
        Assert.Equal("?kept=daily", kept.RequestMessage!.RequestUri!.Query);
        (await room.App.Anonymous.PostAsync(Link, null, Cancellation)).Dispose();
        var again = await room.ReadAsync($"{Link}?kept=daily");
        Assert.Equal("Vous êtes désabonné", again.QuerySelector("h1")!.TextContent);
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("HEAD")]
    [InlineData("OPTIONS")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    public async Task Nothing_but_a_post_changes_anything(string method)
    {
        await room.App.Anonymous.SendAsync(new(new(method), Link), Cancellation);

        Assert.All(await StatesAsync(Person), state => Assert.Equal(SubscriptionState.Confirmed, state));
    }

    public static TheoryData<string, string> Bodies => new()
    {
        { "application/x-www-form-urlencoded", "" },
        { "application/x-www-form-urlencoded", "List-Unsubscribe=Never" },
        { "multipart/form-data", "no boundary, no form" },
        { "multipart/form-data; boundary=b", "--b\r\nbroken" },
        { "text/plain", "List-Unsubscribe=One-Click" },
    };

    [Theory, MemberData(nameof(Bodies))]
    public async Task A_post_ends_every_list_of_the_release_and_no_other(string contentType, string body)
    {
        using var answer = await PostAsync(contentType, body);
        var page = PressRoom.Parse(await answer.Content.ReadAsStringAsync(Cancellation));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        Assert.Equal([SubscriptionState.Ended, SubscriptionState.Ended, SubscriptionState.Confirmed], await StatesAsync(Person));
        Assert.Equal("Vous êtes désabonné", page.QuerySelector("h1")!.TextContent);
        Assert.Equal(["Presse des Caraïbes", "Agences de presse"], page.QuerySelectorAll("main li").Select(list => list.TextContent));
        Assert.Empty(page.QuerySelectorAll("form:not(.rather)"));
    }

    public static TheoryData<string, string> Clicks => new()
    {
        { "application/x-www-form-urlencoded", "List-Unsubscribe=One-Click" },
        { "multipart/form-data; boundary=b", "--b\r\nContent-Disposition: form-data; "
            + "name=\"List-Unsubscribe\"\r\n\r\nOne-Click\r\n--b--\r\n" },
    };

    [Theory, MemberData(nameof(Clicks))]
    public async Task A_programs_one_click_runs_the_unsubscribing_and_nothing_else(string contentType, string body)
    {
        const string Other = "00000000000000000000000000000003";
        await AddPersonAsync(Other, "ana@paper.example.com");
        foreach (var list in new[] { "caribbean-press", "agencies", "elsewhere" }) await SubscribeAsync(Other, list);
        using MetricCollector<long> operations = new(room.App.Get<IMeterFactory>(), TelemetryName.Value, "distribution.storage.operations");
        await room.App.Get<UnsubscribeFromLists>().RunAsync(new UnsubscribeLink.InRelease(SampleData.Release.Id, Other), Cancellation);
        var unsubscribing = Take(operations);

        using var click = await PostAsync(contentType, body);
        var clicking = Take(operations);
        using var page = await PostAsync("application/x-www-form-urlencoded", "");

        Assert.Equal(HttpStatusCode.OK, click.StatusCode);
        Assert.Empty(await click.Content.ReadAsByteArrayAsync(Cancellation));
        Assert.False(click.Headers.Contains("Set-Cookie"));
        Assert.Equal([SubscriptionState.Ended, SubscriptionState.Ended, SubscriptionState.Confirmed], await StatesAsync(Person));
        Assert.NotEmpty(unsubscribing);
        Assert.Equal(unsubscribing, clicking);
        Assert.True(Take(operations).Count > clicking.Count, "A person's page takes reading.");
    }

    [Theory, MemberData(nameof(Clicks))]
    public async Task A_one_click_by_a_forged_link_is_not_found(string contentType, string body)
    {
        using var answer = await PostAsync(contentType, body, Link[..^1]);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.All(await StatesAsync(Person), state => Assert.Equal(SubscriptionState.Confirmed, state));
    }

    /// <summary>The requests to the storage since last time.</summary>
    private static IReadOnlyList<string> Take(MetricCollector<long> operations) =>
        [.. operations.GetMeasurementSnapshot(clear: true).Select(operation => $"{operation.Tags["service"]} {operation.Tags["operation"]}")
            .Order()];

    private async Task<HttpResponseMessage> PostAsync(string contentType, string body, string? link = null)
    {
        using ByteArrayContent content = new(Encoding.ASCII.GetBytes(body));
        content.Headers.Add("Content-Type", contentType);
        return await room.App.Anonymous.PostAsync(link ?? Link, content, Cancellation);
    }

    [Fact]
    public async Task A_post_without_a_body_unsubscribes_too() =>
        Assert.Equal(HttpStatusCode.OK, (await room.App.Anonymous.PostAsync(Link, null, Cancellation)).StatusCode);

    [Fact]
    public async Task Leaving_twice_is_as_leaving_once()
    {
        await room.App.Anonymous.PostAsync(Link, null, Cancellation);
        var again = await room.App.Anonymous.PostAsync(Link, null, Cancellation);
        var page = await room.ReadAsync(Link);

        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        Assert.Equal("Vous êtes désabonné", page.QuerySelector("h1")!.TextContent);
        Assert.Empty(page.QuerySelectorAll("form:not(.rather)"));
    }

    [Fact]
    public async Task Nobody_else_is_unsubscribed()
    {
        const string Other = "00000000000000000000000000000001";
        await SubscribeAsync(Other, "caribbean-press");

        await room.App.Anonymous.PostAsync(Link, null, Cancellation);

        Assert.Equal([SubscriptionState.Confirmed], await StatesAsync(Other));
    }

    [Fact]
    public async Task A_person_who_is_known_no_more_can_still_unsubscribe()
    {
        const string Gone = "00000000000000000000000000000002";
        await SubscribeAsync(Gone, "agencies");
        var link = $"/unsubscribe/{room.App.Get<LinkTokens>().Sign(LinkPurpose.Unsubscribe, SampleData.Release.Id, Gone)}";

        Assert.Contains("This address", (await room.ReadAsync(link)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        await room.App.Anonymous.PostAsync(link, null, Cancellation);

        Assert.Equal([SubscriptionState.Ended], await StatesAsync(Gone));
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("POST")]
    public async Task A_forged_or_shortened_link_says_so_and_does_nothing(string method)
    {
        var forged = Link[..^1] + (Link[^1] == 'A' ? 'B' : 'A');
        foreach (var link in new[] { forged, Link[..^1], "/unsubscribe/x" })
        {
            var answer = await room.App.Anonymous.SendAsync(new(new(method), link), Cancellation);
            var page = PressRoom.Parse(await answer.Content.ReadAsStringAsync(Cancellation));

            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            Assert.Equal("This link does not work", page.QuerySelector("h1")!.TextContent);
        }

        Assert.All(await StatesAsync(Person), state => Assert.Equal(SubscriptionState.Confirmed, state));
    }

    public ValueTask DisposeAsync() => room.DisposeAsync();

    private async Task AddPersonAsync(string id, string address) => await room.App.Get<ContactStore>().AddAsync(
        new()
        {
            Id = id,
            Address = address,
            Name = "Rosa",
            Languages = ["fr"],
            Source = "form",
            SourceDate = DateTimeOffset.UnixEpoch,
            LawfulBasis = LawfulBasis.Consent,
        },
        Cancellation);

    private async Task SubscribeAsync(string contact, string list) =>
        await room.App.Get<SubscriptionStore>().AddAsync(
            new()
            {
                List = list,
                Contact = contact,
                State = SubscriptionState.Confirmed,
                Consent = new("form", "asked", DateTimeOffset.UnixEpoch),
                ChangedAt = DateTimeOffset.UnixEpoch,
                Address = "rosa@paper.example.com",
                Name = "Rosa",
                Languages = ["fr"],
            },
            Cancellation);

    /// <summary>Of the release's lists in their order, then of one that it was not sent to.</summary>
    private async Task<IReadOnlyList<SubscriptionState>> StatesAsync(string contact)
    {
        List<SubscriptionState> states = [];
        foreach (var list in new[] { "caribbean-press", "agencies", "elsewhere" })
        {
            if (await room.App.Get<SubscriptionStore>().FindAsync(list, contact, Cancellation) is { } row) states.Add(row.Value.State);
        }

        return states;
    }
}
