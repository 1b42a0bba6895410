using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Distribution.Audiences.MediaLists;
using Distribution.Audiences.Subscriptions;
using Distribution.Audiences.Suppressions;
using Distribution.Contacts.Contacts;
using Distribution.Mail.Outbox;
using Distribution.Operations.Erasure;
using Distribution.Platform.Addresses;
using Distribution.Platform.Jobs;
using Distribution.Platform.Security;
using Distribution.Platform.Storage;
using Distribution.Publisher.Topics;
using Distribution.Readers.Signups;
using Distribution.Testing;
using Distribution.Testing.Smtp;
using Distribution.Web.Tests.Releases.Newsroom;

namespace Distribution.Web.Tests.Readers.Signups;

/// <summary>A journalist subscribes: the form, the mail, the link and its button.</summary>
public sealed partial class SubscribeTests(Azurite azurite) : IAsyncLifetime
{
    private ScriptedSmtpServer relay = null!;
    private HttpHost app = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        relay = ScriptedSmtpServer.Start();
        app = await StartAsync("*");
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        await relay.DisposeAsync();
    }

    [Fact]
    public async Task Who_fills_in_the_form_and_confirms_gets_the_list_with_evidence_of_it()
    {
        var shown = await ShownAsync();
        app.Clock.Advance(TimeSpan.FromSeconds(5));
        var asked = await AskAsync(
            ("shown", shown),
            ("address", "Rosa@Example.org"),
            ("name", "Rosa Díaz"),
            ("lists", "press"),
            ("languages", "es"),
            ("languages", "fr"),
            ("topics", "Reefs"),
            ("topics", "health"),
            ("frequency", "daily"));
        Assert.Contains("Consultez votre boîte", asked, StringComparison.Ordinal);
        Assert.Null(await SubscriptionAsync("rosa@example.org"));
        var link = await LinkAsync();

        using var page = await app.Anonymous.GetAsync(link, Token);
        Assert.Contains("autofocus", await page.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
        Assert.Null(await SubscriptionAsync("rosa@example.org"));
        Assert.Contains("Vous êtes abonné", await ConfirmAsync(link), StringComparison.Ordinal);

        var subscription = (await SubscriptionAsync("rosa@example.org"))!;
        Assert.Equal((SubscriptionState.Confirmed, Frequency.Daily), (subscription.State, subscription.Frequency));
        Assert.Equal(["es", "fr"], subscription.Languages);
        Assert.Equal(["reefs", "health"], subscription.Topics);
        Assert.Matches("page in fr \\(text [0-9a-f]{12}\\), from [0-9a-f]{16}; confirmed on", subscription.Consent.Evidence);
        var contact = await ContactAsync("rosa@example.org");
        Assert.Equal(("Rosa Díaz", "subscribe form", LawfulBasis.Consent), (contact!.Name, contact.Source, contact.LawfulBasis));
        Assert.NotNull(await app.Get<Distribution.Dispatches.Digests.DigestStore>().FindSubscriberAsync(contact.Id, Token));
    }

    [Fact]
    public async Task The_form_offers_the_topics_in_the_readers_language_and_none_where_there_are_none()
    {
        Assert.Null((await FormAsync("fr")).QuerySelector("#topics"));
        await SampleTopics.AddAsync(app.Get<TopicStore>(), Token);

        var form = await FormAsync("fr");

        Assert.Equal(
            [("migration", "Migrations"), ("reefs", "Récifs coralliens"), ("health", "Santé"), ("vaccination", "Vaccination")],
            form.QuerySelectorAll("#topics label").Select(
                label => (label.QuerySelector("input")!.GetAttribute("value")!, label.TextContent.Trim())));
        Assert.Equal("vaccination", form.QuerySelector("#topics .below input")!.GetAttribute("value"));
        Assert.Equal("Salud", (await FormAsync("es")).QuerySelector("#topics input[value=health]")!.NextElementSibling!.TextContent);
    }

    [Fact]
    public async Task A_topic_that_is_none_is_refused_and_a_program_may_name_one_by_any_word()
    {
        await SampleTopics.AddAsync(app.Get<TopicStore>(), Token);

        using var refused = await app.Anonymous.PostAsync(
            "/api/signups", """{ "address": "rosa@example.org", "language": "fr", "lists": ["press"], "topics": ["volcanoes"] }""");
        await refused.AssertFieldAsync(HttpStatusCode.UnprocessableEntity, "invalid", "topics.0");
        using var taken = await app.Anonymous.PostAsync(
            "/api/signups", """{ "address": "rosa@example.org", "language": "fr", "lists": ["press"], "topics": ["Santé"] }""");
        Assert.Equal(HttpStatusCode.Accepted, taken.StatusCode);
        using var confirmed = await app.Anonymous.PostAsync(await LinkAsync(), null, Token);
        Assert.Equal(HttpStatusCode.SeeOther, confirmed.StatusCode);

        Assert.Equal(["health"], (await ContactAsync("rosa@example.org"))!.Topics);
    }

    [Fact]
    public async Task The_confirmation_holds_nothing_that_was_typed_and_says_that_a_program_sent_it()
    {
        await AskAsync(
            ("address", "rosa@example.org"),
            ("name", "Buy cheap pills at evil.example"),
            ("outlet", "Evil Tribune"),
            ("lists", "press"),
            ("topics", "casino"));
        await LinkAsync();

        var mail = Assert.Single(relay.Mails).Message;
        foreach (var text in new[] { mail.TextBody, mail.HtmlBody, mail.Subject, mail.To.ToString() })
        {
            Assert.DoesNotContain("pills", text, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("Evil", text, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("casino", text, StringComparison.OrdinalIgnoreCase);
        }

        Assert.Equal("auto-generated", mail.Headers["Auto-Submitted"]);
        Assert.Single(ConfirmLink().Matches(mail.TextBody!));
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("HEAD")]
    [InlineData("OPTIONS")]
    public async Task Scanners_that_open_the_link_confirm_nothing(string method)
    {
        await AskAsync(("address", "rosa@example.org"), ("lists", "press"));
        var link = await LinkAsync();

        for (var round = 0; round < 3; round++)
        {
            using HttpRequestMessage request = new(new(method), link);
            (await app.Anonymous.SendAsync(request, Token)).Dispose();
        }

        Assert.Null(await SubscriptionAsync("rosa@example.org"));
        Assert.Null(
            (await app.Get<OneTimeTokenStore>().FindAsync(TokenPurpose.Confirm, link.OriginalString.Split('/')[^1], Token))!.Value.UsedAt);
    }

    [Fact]
    public async Task A_contact_who_unsubscribed_or_was_suppressed_is_back_only_by_their_own_confirmation()
    {
        await SubscribeAsync("rosa@example.org");
        var contact = (await ContactAsync("rosa@example.org"))!;
        var subscriptions = app.Get<SubscriptionStore>();
        var row = (await subscriptions.FindAsync("press", contact.Id, Token))!;
        await subscriptions.ChangeAsync(
            row, subscription => SubscriptionChange.End(subscription, SubscriptionChange.Unsubscribed, app.Clock.GetUtcNow()), Token);
        await app.Get<AddSuppression>()
            .RunAsync(new() { Address = "rosa@example.org", Reason = SuppressionReason.Asked, Evidence = "Her letter." }, Token);
        using var staff = await app.Administrator.PostAsync(
            $"/api/contacts/{contact.Id}/subscriptions", """{ "list": "press", "basis": "asked", "evidence": "Telephone." }""");
        Assert.False(staff.IsSuccessStatusCode);

        await SubscribeAsync("rosa@example.org");

        Assert.Equal(SubscriptionState.Confirmed, (await SubscriptionAsync("rosa@example.org"))!.State);
        Assert.Null(await app.Get<FindSuppression>().RunAsync(MailAddress.Parse("rosa@example.org")!, Token));
        using var audit = await app.Administrator.ReadAsync("/api/audit?limit=50");
        Assert.Contains(
            (await audit.JsonAsync()).GetProperty("items").EnumerateArray(),
            entry => entry.GetProperty("action").GetString() == "suppressions.lifted");
    }

    [Fact]
    public async Task Four_clicks_at_once_lift_a_suppression_once()
    {
        await app.Get<AddSuppression>()
            .RunAsync(new() { Address = "rosa@example.org", Reason = SuppressionReason.Asked, Evidence = "Her letter." }, Token);
        await AskAsync(("address", "rosa@example.org"), ("lists", "press"));
        var link = await LinkAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => app.Anonymous.PostAsync(link, null, Token)));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode));
        Assert.Equal(SubscriptionState.Confirmed, (await SubscriptionAsync("rosa@example.org"))!.State);
        Assert.Equal(1, await LiftedAsync());
    }

    [Fact]
    public async Task A_link_of_which_no_contact_can_be_made_leaves_the_suppression_as_it_is()
    {
        var address = MailAddress.Parse("rosa@example.org")!;
        await app.Get<AddSuppression>()
            .RunAsync(new() { Address = "rosa@example.org", Reason = SuppressionReason.Asked, Evidence = "Her letter." }, Token);
        await AskAsync(("address", "rosa@example.org"), ("lists", "press"));
        var tokens = app.Get<OneTimeTokenStore>();
        var asked = (await tokens.FindAsync(TokenPurpose.Confirm, (await LinkAsync()).OriginalString.Split('/')[^1], Token))!.Value;
        var impossible = asked.Details!.Replace("rosa@example.org", "no address", StringComparison.Ordinal);
        var secret = await tokens.AddAsync(TokenPurpose.Confirm, asked.Subject, impossible, TimeSpan.FromDays(7), Token);

        using var answer = await app.Anonymous.PostAsync(new Uri($"/subscribe/confirm/{secret}", UriKind.Relative), null, Token);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.NotNull(await app.Get<FindSuppression>().RunAsync(address, Token));
        Assert.Equal(0, await LiftedAsync());
    }

    [Fact]
    public async Task Who_was_erased_comes_back_by_their_own_confirmation_with_nothing_of_before()
    {
        await AskAsync(
            ("address", "rosa@example.org"), ("name", "Rosa Díaz"), ("outlet", "Radio Isla"), ("topics", "reefs"), ("lists", "press"));
        await ConfirmAsync(await LinkAsync());
        var before = (await ContactAsync("rosa@example.org"))!;
        await app.Get<EraseContact>().RunAsync(before.Id, new(before.Id, null), Token);
        app.Clock.Advance(TimeSpan.FromHours(1));
        await app.Get<RunWork>().RunAsync($"{CarryOutErasure.JobName}|{before.Id}", Token);
        Assert.Null(await ContactAsync("rosa@example.org"));
        Assert.Equal(
            SuppressionReason.Erased,
            (await app.Get<FindSuppression>().RunAsync(MailAddress.Parse("rosa@example.org")!, Token))!.Value.Reason);

        await SubscribeAsync("rosa@example.org");

        var back = (await ContactAsync("rosa@example.org"))!;
        Assert.Equal(("rosa", null, 0), (back.Name, back.Notes, back.Topics.Count));
        Assert.Null(await app.Get<FindSuppression>().RunAsync(MailAddress.Parse("rosa@example.org")!, Token));
        Assert.Equal(SubscriptionState.Confirmed, (await SubscriptionAsync("rosa@example.org"))!.State);
    }

    [Fact]
    public async Task Whom_the_office_knows_keeps_what_it_knew_and_adds_their_own_word_with_its_source()
    {
        using var known = await app.Administrator.PostAsync("/api/contacts", """
            { "address": "rosa@example.org", "name": "Rosa Díaz", "languages": ["en"], "topics": ["health"], "countries": ["TT"], "notes": "Met in May.",
              "source": "visiting card", "lawfulBasis": "legitimateInterests" }
            """);
        known.EnsureSuccessStatusCode();
        await AskAsync(
            ("address", "rosa@example.org"),
            ("name", "R. D."),
            ("outlet", "Radio Isla"),
            ("languages", "es"),
            ("topics", "reefs"),
            ("lists", "press"));

        await ConfirmAsync(await LinkAsync());

        var contact = (await ContactAsync("rosa@example.org"))!;
        Assert.Equal(
            ("Rosa Díaz", "Met in May.\nSays they work for Radio Isla.", LawfulBasis.Consent),
            (contact.Name, contact.Notes, contact.LawfulBasis));
        Assert.Equal(["es", "reefs", "TT"], contact.Languages.Concat(contact.Topics).Concat(contact.Countries));
        Assert.Equal(
            ["visiting card", "visiting card", "subscribe form", "subscribe form", "subscribe form"],
            new[] { "name", "countries", "languages", "topics", "notes" }.Select(field => Origins.Get(contact, field).Source));
    }

    [Fact]
    public async Task A_list_that_was_closed_since_is_left_out_of_what_is_confirmed()
    {
        var lists = app.Get<MediaListStore>();
        await lists.AddAsync("radio", new() { Id = "radio", Names = new([new("en", "Radio"), new("fr", "Radio")]), Public = true }, Token);
        await AskAsync(("address", "rosa@example.org"), ("lists", "press"), ("lists", "radio"));
        var link = await LinkAsync();
        var radio = (await lists.FindAsync("radio", Token))!;
        await lists.ReplaceAsync(radio, radio.Value with { Public = false }, Token);

        await ConfirmAsync(link);

        var contact = (await ContactAsync("rosa@example.org"))!;
        Assert.Equal(SubscriptionState.Confirmed, (await SubscriptionAsync("rosa@example.org"))!.State);
        Assert.Null(await app.Get<SubscriptionStore>().FindAsync("radio", contact.Id, Token));
    }

    [Fact]
    public async Task A_link_works_once_and_for_seven_days()
    {
        await AskAsync(("address", "rosa@example.org"), ("lists", "press"));
        var link = await LinkAsync();
        await ConfirmAsync(link);
        await app.Get<SubscriptionStore>().ChangeAsync(
            (await app.Get<SubscriptionStore>().FindAsync("press", (await ContactAsync("rosa@example.org"))!.Id, Token))!,
            row => SubscriptionChange.End(row, SubscriptionChange.Unsubscribed, app.Clock.GetUtcNow()), Token);

        (await app.Anonymous.PostAsync(link, null, Token)).Dispose();
        Assert.Equal(SubscriptionState.Ended, (await SubscriptionAsync("rosa@example.org"))!.State);

        await AskAsync(("address", "li@example.org"), ("lists", "press"));
        var old = await LinkAsync();
        app.Clock.Advance(TimeSpan.FromDays(7));
        using var late = await app.Anonymous.PostAsync(old, null, Token);
        Assert.Equal(HttpStatusCode.NotFound, late.StatusCode);
    }

    [Theory]
    [InlineData("unsubscribed")]
    [InlineData("suppressed")]
    [InlineData("erased")]
    public async Task A_link_that_was_used_says_how_things_are_now(string since)
    {
        await AskAsync(("address", "rosa@example.org"), ("lists", "press"));
        var link = await LinkAsync();
        Assert.Contains("Vous êtes abonné", await ConfirmAsync(link), StringComparison.Ordinal);
        var contact = (await ContactAsync("rosa@example.org"))!;
        if (since == "unsubscribed")
            await app.Get<EndSubscription>().RunAsync("press", contact.Id, SubscriptionChange.Unsubscribed, Token);
        if (since == "suppressed")
        {
            await app.Get<AddSuppression>()
                .RunAsync(new() { Address = "rosa@example.org", Reason = SuppressionReason.Asked, Evidence = "Her letter." }, Token);
        }

        if (since == "erased")
        {
            await app.Get<EraseContact>().RunAsync(contact.Id, new(contact.Id, null), Token);
            app.Clock.Advance(TimeSpan.FromHours(1));
            await app.Get<RunWork>().RunAsync($"{CarryOutErasure.JobName}|{contact.Id}", Token);
        }

        using var read = await app.Anonymous.GetAsync(link, Token);
        using var pressed = await app.Anonymous.PostFormAsync(link.OriginalString);

        foreach (var answer in new[] { read, pressed })
        {
            var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Token));
            Assert.DoesNotContain("Vous êtes abonné", page, StringComparison.Ordinal);
            Assert.DoesNotContain("<form", page, StringComparison.Ordinal);
            if (since == "erased") continue;
            Assert.Contains("Vous n’êtes pas abonné", page, StringComparison.Ordinal);
            Assert.Contains("href=\"/fr/subscribe?list=press\"", page, StringComparison.Ordinal);
        }

    }

    [Fact]
    public async Task Of_two_lists_the_page_of_a_used_link_says_which_one_still_comes()
    {
        await app.Get<MediaListStore>().AddAsync("radio", new() { Id = "radio", Names = new([new("en", "Radio")]), Public = true }, Token);
        await AskAsync(("address", "rosa@example.org"), ("lists", "press"), ("lists", "radio"));
        var link = await LinkAsync();
        await ConfirmAsync(link);
        await app.Get<EndSubscription>()
            .RunAsync("radio", (await ContactAsync("rosa@example.org"))!.Id, SubscriptionChange.Unsubscribed, Token);

        var page = PressRoom.Parse(await (await app.Anonymous.GetAsync(link, Token)).Content.ReadAsStringAsync(Token));

        Assert.Equal(["Presse", "Radio"], page.QuerySelectorAll("main li").Select(list => list.TextContent));
        Assert.Equal("Vous êtes abonné", page.QuerySelector("h1")!.TextContent);
        Assert.Equal("/fr/subscribe?list=radio", page.QuerySelector("main a.button")!.GetAttribute("href"));
    }

    [Theory]
    [InlineData("x")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task Forged_and_truncated_links_are_not_valid(string token)
    {
        using var page = await app.Anonymous.GetAsync(new Uri($"/subscribe/confirm/{token}", UriKind.Relative), Token);
        using var post = await app.Anonymous.PostAsync(new Uri($"/subscribe/confirm/{token}", UriKind.Relative), null, Token);

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (page.StatusCode, post.StatusCode));
    }

    [Fact]
    public async Task The_answer_does_not_tell_whether_an_address_is_known()
    {
        await SubscribeAsync("rosa@example.org");

        var known = await AskAsync(("address", "rosa@example.org"), ("lists", "press"));
        var unknown = await AskAsync(("address", "li@example.org"), ("lists", "press"));

        Assert.Equal(unknown, known);
    }

    [Fact]
    public async Task Programs_that_fill_in_the_trap_or_are_too_fast_get_the_same_answer_and_nothing_is_sent()
    {
        var trapped = await AskAsync(("address", "rosa@example.org"), ("lists", "press"), (SignupTrap, "https://evil.example"));
        var fast = await AskAsync(("address", "rosa@example.org"), ("lists", "press"), ("shown", await ShownAsync()));
        var forged = await AskAsync(("address", "rosa@example.org"), ("lists", "press"), ("shown", "1.2"));
        await RunOutboxAsync();
        Assert.Empty(relay.Mails);

        var shown = await ShownAsync();
        app.Clock.Advance(TimeSpan.FromSeconds(5));
        var person = await AskAsync(("address", "rosa@example.org"), ("lists", "press"), ("shown", shown));
        await RunOutboxAsync();

        Assert.Single(relay.Mails);
        Assert.All([trapped, fast, forged], answer => Assert.Equal(person, answer));
    }

    [Fact]
    public async Task An_address_is_sent_no_more_confirmations_a_day_than_the_limit()
    {
        for (var time = 0; time < 6; time++) await AskAsync(("address", "rosa@example.org"), ("lists", "press"));
        await RunOutboxAsync();
        Assert.Equal(3, relay.Mails.Count);

        app.Clock.Advance(TimeSpan.FromDays(1));
        await AskAsync(("address", "rosa@example.org"), ("lists", "press"));
        await RunOutboxAsync();
        Assert.Equal(4, relay.Mails.Count);
    }

    [Fact]
    public async Task Hundreds_of_requests_from_one_network_are_refused_and_leave_little_behind()
    {
        var answers = await Task.WhenAll(
            Enumerable.Range(0, 300).Select(number => PostAsync(("address", $"r{number}@example.org"), ("lists", "press"))));

        Assert.Equal(30, answers.Count(answer => answer == HttpStatusCode.SeeOther));
        Assert.Equal(270, answers.Count(answer => answer == HttpStatusCode.TooManyRequests));
        Assert.Equal(30, await app.Get<OutboxStore>().AllAsync(Token).CountAsync(Token));
        Assert.Equal(
            31,
            await app.Get<Tables>()[Tables.Limits].QueryAsync<Azure.Data.Tables.TableEntity>(cancellationToken: Token).CountAsync(Token));
    }

    [Theory]
    [InlineData("address", "no address", "address")]
    [InlineData("address", "rosa@example.org\r\nBcc: li@example.org", "address")]
    [InlineData("lists", "private", "lists")]
    [InlineData("lists", "", "lists")]
    [InlineData("languages", "klingon", "languages")]
    public async Task What_is_not_right_is_said_beside_the_form(string field, string value, string named)
    {
        Dictionary<string, string> form = new() { ["address"] = "rosa@example.org", ["lists"] = "press", [field] = value };
        if (value.Length == 0) form.Remove(field);
        using FormUrlEncodedContent content = new(form);

        using var answer = await app.Anonymous.PostAsync(new Uri("/en/subscribe", UriKind.Relative), content, Token);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains($"href=\"#{named}\"", await answer.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Rosa\u2028Bcc")]
    [InlineData("Rosa\u202Egro")]
    [InlineData("Rosa\r\nBcc: li@example.org")]
    [InlineData("Rosa\nDíaz")]
    public async Task A_name_with_line_breaks_is_refused_and_nothing_is_sent(string name)
    {
        var page = await AskAsync(("address", "rosa@example.org"), ("name", name), ("lists", "press"));
        await RunOutboxAsync();

        Assert.Contains("href=\"#name\"", page, StringComparison.Ordinal);
        Assert.Empty(relay.Mails);
    }

    [Fact]
    public async Task A_language_that_is_none_is_refused_and_nothing_is_sent()
    {
        using var wrong = await app.Anonymous.PostAsync(
            "/api/signups", """{ "address": "rosa@example.org", "lists": ["press"], "language": "no language" }""");
        await RunOutboxAsync();

        await wrong.AssertFieldAsync(HttpStatusCode.UnprocessableEntity, "invalid", "language");
        Assert.Empty(relay.Mails);
    }

    [Fact]
    public async Task Programs_subscribe_people_by_json_under_the_same_limits()
    {
        using var taken = await app.Anonymous.PostAsync(
            "/api/signups", """{ "address": "rosa@example.org", "lists": ["press"], "languages": ["es"], "language": "es" }""");
        using var wrong = await app.Anonymous.PostAsync("/api/signups", """{ "address": "rosa@example.org", "lists": ["private"] }""");
        await RunOutboxAsync();

        Assert.Equal(HttpStatusCode.Accepted, taken.StatusCode);
        await wrong.AssertFieldAsync(HttpStatusCode.UnprocessableEntity, "invalid", "lists.0");
        Assert.Contains("confirme", Assert.Single(relay.Mails).Message.Subject, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_the_switch_off_no_confirmation_is_sent_and_none_is_lost()
    {
        await using var off = await StartAsync(null);
        using var asked = await off.Anonymous.PostAsync("/api/signups", """{ "address": "rosa@example.org", "lists": ["press"] }""");

        await RunOutboxAsync(off);

        Assert.Equal(HttpStatusCode.Accepted, asked.StatusCode);
        Assert.Empty(relay.Mails);
        Assert.False((await off.Get<OutboxStore>().AllAsync(Token).SingleAsync(Token)).Value.Outcome.IsFinal);
    }

    [Fact]
    public async Task A_confirmation_whose_link_died_while_the_switch_was_off_is_closed_and_not_sent()
    {
        await AskAsync(("address", "rosa@example.org"), ("lists", "press"));
        app.Clock.Advance(StartSignup.Lifetime);

        await RunOutboxAsync();

        Assert.Empty(relay.Mails);
        var outcome = (await app.Get<OutboxStore>().AllAsync(Token).SingleAsync(Token)).Value.Outcome;
        Assert.Equal(Distribution.Mail.Outcomes.OutcomeState.Failed, outcome.State);
        Assert.Contains("link", outcome.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_right_counts_against_the_limit_of_the_network_and_the_refusal_says_how_long_to_wait()
    {
        for (var time = 0; time < 30; time++) await PostAsync(("address", "no address"), ("lists", "press"));
        using FormUrlEncodedContent form = new([KeyValuePair.Create("address", "rosa@example.org"), KeyValuePair.Create("lists", "press")]);

        using var page = await app.Anonymous.PostAsync(new Uri("/fr/subscribe", UriKind.Relative), form, Token);
        using var json = await app.Anonymous.PostAsync("/api/signups", """{ "address": "rosa@example.org", "lists": ["press"] }""");
        using FormUrlEncodedContent address = new([KeyValuePair.Create("address", "rosa@example.org")]);
        using var desk = await app.Anonymous.PostAsync(new Uri("/fr/preferences", UriKind.Relative), address, Token);

        Assert.All([page, json, desk], answer =>
        {
            Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
            Assert.InRange(answer.Headers.RetryAfter!.Delta!.Value, TimeSpan.FromSeconds(1), TimeSpan.FromHours(1));
        });
    }

    [Fact]
    public async Task A_form_that_was_open_for_more_than_a_day_is_shown_again_with_what_was_typed()
    {
        var shown = await ShownAsync();
        app.Clock.Advance(TimeSpan.FromHours(25));

        var again = await AskAsync(("address", "rosa@example.org"), ("name", "Rosa Díaz"), ("lists", "press"), ("shown", shown));
        await RunOutboxAsync();
        Assert.Contains("value=\"Rosa Díaz\"", again, StringComparison.Ordinal);
        Assert.Empty(relay.Mails);

        await AskAsync(("address", "rosa@example.org"), ("lists", "press"), ("shown", Shown().Match(again).Groups[1].Value));
        await RunOutboxAsync();
        Assert.Single(relay.Mails);
    }

    [Fact]
    public async Task What_a_program_asked_for_says_that_the_caller_showed_the_words()
    {
        using var taken =
            await app.Anonymous.PostAsync("/api/signups", """{ "address": "rosa@example.org", "lists": ["press"], "language": "es" }""");
        await ConfirmAsync(await LinkAsync());

        Assert.Matches(
            "in es through a program or another site, whose words the caller showed, from [0-9a-f]{16}; confirmed on .* on the page in "
                + "es \\(text",
            (await SubscriptionAsync("rosa@example.org"))!.Consent.Evidence);
    }

    [Theory]
    [InlineData("fr", "subscribe", "Écrivez une seule adresse")]
    [InlineData("es", "subscribe", "Escriba una sola dirección")]
    [InlineData("fr", "preferences", "Écrivez une seule adresse")]
    [InlineData("es", "preferences", "Escriba una sola dirección")]
    public async Task What_is_not_right_is_said_in_the_language_of_the_page_and_belongs_to_its_field(
        string language, string page, string words)
    {
        using FormUrlEncodedContent form = new([KeyValuePair.Create("address", "no address"), KeyValuePair.Create("lists", "press")]);
        using var answer = await app.Anonymous.PostAsync(new Uri($"/{language}/{page}", UriKind.Relative), form, Token);

        var html = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Token));
        Assert.Contains(words, html, StringComparison.Ordinal);
        Assert.Contains("aria-invalid=\"true\" aria-describedby=\"address-error\"", html, StringComparison.Ordinal);
        Assert.Contains("id=\"address-error\"", html, StringComparison.Ordinal);
        Assert.Matches(language == "fr" ? "<title>Erreur\u00a0: " : "<title>Error: ", html);
        Assert.DoesNotContain("<span lang=\"en\">is", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_right_is_said_in_the_order_of_the_page_and_beside_each_field()
    {
        using var answer = await app.Anonymous.PostFormAsync(
            "/en/subscribe", ("languages", "klingon"), ("outlet", "a\nb"), ("name", "a\nb"), ("address", "josé"));
        var page = PressRoom.Parse(await answer.Content.ReadAsStringAsync(Token));

        Assert.Equal(
            ["#address", "#name", "#outlet", "#lists", "#languages"],
            page.QuerySelectorAll(".errors a").Select(link => link.GetAttribute("href")));
        foreach (var field in new[] { "address", "name", "outlet", "lists", "languages" })
        {
            var message = page.GetElementById($"{field}-error")!;
            Assert.Equal(page.GetElementById(field)!.Closest("p, fieldset"), message.Closest("p, fieldset"));
        }

        Assert.StartsWith("Error: Subscribe", page.Title, StringComparison.Ordinal);
        Assert.All(page.QuerySelectorAll("form"), form => Assert.True(form.HasAttribute("novalidate")));
        Assert.Equal("josé", page.QuerySelector("#address")!.GetAttribute("value"));
    }

    [Theory]
    [InlineData("de", HttpStatusCode.NotFound, "en")]
    [InlineData("en-GB", HttpStatusCode.OK, "en")]
    [InlineData("es", HttpStatusCode.OK, "es")]
    public async Task The_pages_are_there_in_the_languages_that_they_are_translated_to(
        string language, HttpStatusCode status, string shown)
    {
        foreach (var path in new[] { $"/{language}/subscribe", $"/{language}/preferences" })
        {
            using var answer = await app.Anonymous.GetAsync(path, Token);
            Assert.Equal(status, answer.StatusCode);
            Assert.Equal(
                shown, PressRoom.Parse(await answer.Content.ReadAsStringAsync(Token)).DocumentElement.GetAttribute("lang"));
        }
    }

    [Fact]
    public async Task Every_page_can_be_read_in_the_organisations_other_languages()
    {
        await AskAsync(("address", "rosa@example.org"), ("lists", "press"));
        var confirm = (await LinkAsync()).OriginalString;
        foreach (var (path, spanish) in new[]
        {
            ("/fr/subscribe?list=press", "/es/subscribe?list=press"), ("/fr/subscribe?done=sent", "/es/subscribe?done=sent"),
            ("/fr/preferences", "/es/preferences"), ("/fr/preferences?done=erased", "/es/preferences?done=erased"),
            (confirm, "?language=es"), ("/preferences/open/x", "/es/preferences"), ("/unsubscribe/x", "/unsubscribe/x?language=es"),
            ("/approvals/x", "?language=es"), ("/nowhere", "?language=es"),
        })
        {
            var address = new Uri(app.Address, path);
            using HttpRequestMessage request = new(HttpMethod.Get, address) { Headers = { { "Accept", "text/html" } } };
            using var answer = await app.Anonymous.SendAsync(request, Token);
            var page = PressRoom.Parse(await answer.Content.ReadAsStringAsync(Token));
            Assert.Equal(spanish, page.QuerySelector(".languages a[hreflang=es]")?.GetAttribute("href"));
            using HttpRequestMessage other = new(HttpMethod.Get, new Uri(address, spanish)) { Headers = { { "Accept", "text/html" } } };
            using var switched = await app.Anonymous.SendAsync(other, Token);
            Assert.Equal(
                "es", PressRoom.Parse(await switched.Content.ReadAsStringAsync(Token)).DocumentElement.GetAttribute("lang"));
        }
    }

    [Fact]
    public async Task The_form_says_whom_to_ask_about_the_data()
    {
        Assert.Contains("mailto:press@harbour.example.org", await ReadAsync("/en/subscribe"), StringComparison.Ordinal);
        (await app.Administrator.PutAsync("/api/organisation", """
            { "names": { "en": "Harbour Organisation" }, "languages": ["en"], "postalAddress": "1 Harbour Road",
              "website": "https://harbour.example.org", "senderAddress": "press@harbour.example.org", "privacyAddress": "privacy@harbour.example.org" }
            """)).EnsureSuccessStatusCode();

        var page = await ReadAsync("/en/subscribe");

        Assert.Contains("mailto:privacy@harbour.example.org", page, StringComparison.Ordinal);
        Assert.DoesNotContain("mailto:press@", page, StringComparison.Ordinal);
    }

    private async Task<string> ReadAsync(string path)
    {
        using var answer = await app.Anonymous.GetAsync(path, Token);
        return await answer.Content.ReadAsStringAsync(Token);
    }

    [Theory]
    [InlineData("/subscribe/confirm/x")]
    [InlineData("/preferences/open/x")]
    [InlineData("/preferences/address/x")]
    [InlineData("/unsubscribe/x")]
    public async Task The_page_of_a_link_that_does_not_work_speaks_the_language_of_the_browser(string path)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, path);
        request.Headers.Add("Accept-Language", "de, fr;q=0.5, es-419;q=0.9");

        using var answer = await app.Anonymous.SendAsync(request, Token);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Matches("<html lang=\"es", await answer.Content.ReadAsStringAsync(Token));
    }

    private const string SignupTrap = "website";

    private async Task<HttpHost> StartAsync(string? recipients)
    {
        var started = await HttpHost.StartAsync(azurite, Token, new Dictionary<string, string?>
        {
            ["Mail:Host"] = ScriptedSmtpServer.Host,
            ["Mail:Port"] = $"{relay.Port}",
            ["Mail:Security"] = "None",
            ["Mail:Recipients"] = recipients,
        });
        (await started.Administrator.PutAsync("/api/organisation", """
            { "names": { "en": "Harbour Organisation", "fr": "Organisation du port" }, "languages": ["en", "fr", "es"], "postalAddress": "1 Harbour Road",
              "website": "https://harbour.example.org", "senderAddress": "press@harbour.example.org" }
            """)).EnsureSuccessStatusCode();
        var lists = started.Get<MediaListStore>();
        await lists.AddAsync("press", new() { Id = "press", Names = new([new("en", "Press"), new("fr", "Presse")]), Public = true }, Token);
        await lists.AddAsync("private", new() { Id = "private", Names = new([new("en", "Private")]) }, Token);
        return started;
    }

    /// <summary>Fills in the French form.</summary>
    /// <returns>The page that the browser shows then.</returns>
    private async Task<string> AskAsync(params (string Name, string Value)[] fields)
    {
        using var answer = await app.Anonymous.PostFormAsync("/fr/subscribe", fields);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Token));
    }

    /// <summary>Presses the button of a link.</summary>
    /// <returns>The page that the browser shows then.</returns>
    private async Task<string> ConfirmAsync(Uri link)
    {
        using var answer = await app.Anonymous.PostFormAsync(link.OriginalString);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Token));
    }

    private async Task<HttpStatusCode> PostAsync(params (string Name, string Value)[] fields)
    {
        using FormUrlEncodedContent form = new(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        using var answer = await app.Anonymous.PostAsync(new Uri("/fr/subscribe", UriKind.Relative), form, Token);
        return answer.StatusCode;
    }

    private async Task<string> ShownAsync()
    {
        using var page = await app.Anonymous.GetAsync(new Uri("/fr/subscribe", UriKind.Relative), Token);
        return Shown().Match(await page.Content.ReadAsStringAsync(Token)).Groups[1].Value;
    }

    private async Task<IDocument> FormAsync(string language)
    {
        using var page = await app.Anonymous.GetAsync(new Uri($"/{language}/subscribe", UriKind.Relative), Token);
        return PressRoom.Parse(await page.Content.ReadAsStringAsync(Token));
    }

    /// <summary>Sends what is in the outbox, and takes the link of the newest confirmation.</summary>
    private async Task<Uri> LinkAsync()
    {
        await RunOutboxAsync();
        return new(new Uri(ConfirmLink().Match(relay.Mails[^1].Message.TextBody!).Value).AbsolutePath, UriKind.Relative);
    }

    private async Task SubscribeAsync(string address)
    {
        await AskAsync(("address", address), ("lists", "press"));
        await ConfirmAsync(await LinkAsync());
    }

    private async Task<int> LiftedAsync()
    {
        using var audit = await app.Administrator.ReadAsync("/api/audit?limit=50");
        return (await audit.JsonAsync()).GetProperty("items").EnumerateArray()
            .Count(entry => entry.GetProperty("action").GetString() == "suppressions.lifted");
    }

    private Task RunOutboxAsync() => RunOutboxAsync(app);

    private static async Task RunOutboxAsync(HttpHost app)
    {
        await foreach (var mail in app.Get<OutboxStore>().AllAsync(Token))
            await app.Get<RunWork>().RunAsync($"{SendOutboxMail.JobName}|{mail.Value.Id}", Token);
    }

    private async Task<Contact?> ContactAsync(string address)
    {
        var owner = await app.Get<ContactStore>().OwnerAsync(app.Get<AddressHash>().Compute(MailAddress.Parse(address)!), Token);
        return owner is null ? null : (await app.Get<ContactStore>().FindAsync(owner, Token))?.Value;
    }

    private async Task<Subscription?> SubscriptionAsync(string address) =>
        await ContactAsync(address) is { } contact
            ? (await app.Get<SubscriptionStore>().FindAsync("press", contact.Id, Token))?.Value
            : null;

    [GeneratedRegex("https?://[^\\s]+/subscribe/confirm/[A-Za-z0-9_-]+")]
    private static partial Regex ConfirmLink();

    [GeneratedRegex("name=\"shown\" value=\"([^\"]+)\"")]
    private static partial Regex Shown();
}
