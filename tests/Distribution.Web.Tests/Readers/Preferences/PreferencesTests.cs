using System.Net;
using System.Text.Json;
using Distribution.Audiences.Subscriptions;
using Distribution.Contacts.Contacts;
using Distribution.Dispatches.Digests;
using Distribution.Operations.Erasure;
using Distribution.Platform.Jobs;
using Distribution.Testing;

namespace Distribution.Web.Tests.Readers.Preferences;

/// <summary>A journalist's actions on the open preferences page.</summary>
public sealed class PreferencesTests(Azurite azurite) : IAsyncLifetime
{
    private PreferencesVisitor visitor = null!;
    private string id = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        visitor = await PreferencesVisitor.StartAsync(azurite);
        id = await visitor.AddAsync(
            "rosa@example.org",
            """, "countries": ["TT"], "notes": "Prefers calls after ten.", "phones": [{ "number": "+442079460958", "extension": "12", "kind": "work" }], "otherAddresses": ["old@example.org"]""",
            "press",
            "inner");
        await visitor.OpenAsync("rosa@example.org");
    }

    public ValueTask DisposeAsync() => visitor.DisposeAsync();

    [Fact]
    public async Task They_choose_lists_languages_topics_hour_and_pause()
    {
        Assert.Equal(HttpStatusCode.SeeOther, (await ChooseAsync(
            ("list.press", "daily"),
            ("list.radio", "immediate"),
            ("list.inner", "none"),
            ("languages", "es"),
            ("languages", ""),
            ("languages", "fr"),
            ("topics", "Reefs"),
            ("topics", "health"),
            ("notTopics", "Sport"),
            ("countries", "MX"),
            ("digestHour", "9"),
            ("laterTranslations", "yes"),
            ("pausedUntil", "2026-12-24"))).Status);

        var contact = await ContactAsync();
        Assert.Equal(["es", "fr"], contact.Languages);
        Assert.Equal(["reefs", "health"], contact.Topics);
        Assert.Equal(
            ("preferences page", "visiting card"), (Origins.Get(contact, "languages").Source, Origins.Get(contact, "name").Source));
        var preferences = contact.DeliveryPreferences;
        // Midnight in Mexico City.
        DateTimeOffset midnight = new(2026, 12, 24, 6, 0, 0, TimeSpan.Zero);
        Assert.Equal((9, true, midnight), (preferences.DigestHour, preferences.LaterTranslations, preferences.PausedUntil));
        Assert.Equal(["sport"], preferences.NotTopics);
        Assert.Equal((SubscriptionState.Confirmed, Frequency.Daily), await StateAsync("press"));
        Assert.Equal((SubscriptionState.Confirmed, Frequency.Immediate), await StateAsync("radio"));
        Assert.Equal(SubscriptionState.Ended, (await StateAsync("inner")).State);
        Assert.Equal((9, "America/Mexico_City"), await visitor.App.Get<DigestStore>()
            .FindSubscriberAsync(id, Token) is { Value: var reader } ? (reader.Hour, reader.TimeZone) : default);

        var (_, page) = await visitor.GetAsync("/preferences?done=choices");
        Assert.Contains("Guardado", page, StringComparison.Ordinal);
        Assert.Contains("value=\"2026-12-24\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Inner circle", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_joins_a_list_that_is_not_for_everybody_and_lists_that_are_not_named_stay()
    {
        await ChooseAsync(("list.inner", "none"));
        await ChooseAsync(("list.inner", "immediate"), ("list.unknown", "daily"));

        Assert.Equal(SubscriptionState.Ended, (await StateAsync("inner")).State);
        Assert.Equal((SubscriptionState.Confirmed, Frequency.Immediate), await StateAsync("press"));
        Assert.Equal("asked", (await SubscriptionAsync("press")).Consent.Basis);
    }

    [Fact]
    public async Task A_page_that_stayed_open_brings_nobody_back_and_shows_how_things_are_now()
    {
        var version = await visitor.VersionAsync("choices");
        await ChooseAsync(("list.press", "none"), ("list.inner", "none"), ("digestHour", "9"));

        var (status, page) = await ChooseAsync(("version", version), ("list.press", "daily"), ("list.radio", "daily"), ("languages", "fr"));
        var (without, _) = await ChooseAsync(("version", ""), ("list.press", "daily"));

        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.Conflict), (status, without));
        Assert.Contains("Your data has changed since this page was opened", page, StringComparison.Ordinal);
        Assert.Contains("<option value=\"9\" selected>", page, StringComparison.Ordinal);
        Assert.Equal(SubscriptionState.Ended, (await StateAsync("press")).State);
        Assert.Null(await visitor.App.Get<SubscriptionStore>().FindAsync("radio", id, Token));
        Assert.Equal(["en"], (await ContactAsync()).Languages);
        Assert.Equal(HttpStatusCode.SeeOther, (await ChooseAsync(("list.press", "daily"))).Status);
        Assert.Equal((SubscriptionState.Confirmed, Frequency.Daily), await StateAsync("press"));
    }

    [Fact]
    public async Task Details_that_were_corrected_elsewhere_are_not_written_over_by_a_page_that_stayed_open()
    {
        var version = await visitor.VersionAsync("details");
        await visitor.PostAsync("/preferences/details", ("version", version), ("name", "Rosa Díaz"));

        var (status, page) = await visitor.PostAsync("/preferences/details", ("version", version), ("name", "Rosa Old"));

        Assert.Equal(HttpStatusCode.Conflict, status);
        Assert.Contains("value=\"Rosa Díaz\"", page, StringComparison.Ordinal);
        Assert.Equal("Rosa Díaz", (await ContactAsync()).Name);
    }

    [Fact]
    public async Task What_others_change_beside_the_form_does_not_stand_in_the_way_of_it()
    {
        var version = await visitor.VersionAsync("choices");
        await visitor.PostAsync("/preferences/details", ("version", await visitor.VersionAsync("details")), ("name", "Rosa Díaz"));

        Assert.Equal(HttpStatusCode.SeeOther, (await ChooseAsync(("version", version), ("list.press", "daily"))).Status);
        Assert.Equal("Rosa Díaz", (await ContactAsync()).Name);
    }

    [Fact]
    public async Task They_stop_everything_at_once_and_may_choose_again_at_once()
    {
        await ChooseAsync(("list.radio", "daily"));

        var (status, _) = await visitor.PostAsync("/preferences/stop");

        Assert.Equal(HttpStatusCode.SeeOther, status);
        foreach (var list in new[] { "press", "radio", "inner" }) Assert.Equal(SubscriptionState.Ended, (await StateAsync(list)).State);
        Assert.Null(await visitor.App.Get<DigestStore>().FindSubscriberAsync(id, Token));
        var (_, page) = await visitor.GetAsync("/preferences?done=stopped");
        Assert.Contains("you get nothing more from us", page, StringComparison.Ordinal);
        Assert.DoesNotContain("/preferences/stop", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await ChooseAsync(("list.press", "daily"))).Status);
    }

    [Fact]
    public async Task The_chosen_language_stays_through_forms_and_answers()
    {
        var (_, page) = await visitor.GetAsync("/preferences?language=es");
        Assert.Contains("<html lang=\"es\"", page, StringComparison.Ordinal);
        Assert.Contains("action=\"/preferences/choices?language=es\"", page, StringComparison.Ordinal);

        HttpRequestMessage wrong = new(HttpMethod.Post, "/preferences/address?language=es")
        {
            Content = new FormUrlEncodedContent([KeyValuePair.Create("newAddress", "no address")]),
        };
        var (status, answer) = await visitor.SendAsync(wrong);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("<html lang=\"es\"", answer, StringComparison.Ordinal);
        Assert.Contains("value=\"no address\"", answer, StringComparison.Ordinal);
        Assert.Contains("<title>Error: ", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Saving_what_is_already_so_changes_nothing()
    {
        await ChooseAsync();
        var before = (await visitor.App.Get<SubscriptionStore>().FindAsync("press", id, Token))!.ETag;

        await ChooseAsync(("list.press", "immediate"), ("list.inner", "immediate"));

        Assert.Equal(before, (await visitor.App.Get<SubscriptionStore>().FindAsync("press", id, Token))!.ETag);
        Assert.Equal(LawfulBasis.LegitimateInterests, (await ContactAsync()).LawfulBasis);
    }

    [Theory]
    [InlineData("languages", "klingon", "languages")]
    [InlineData("digestHour", "25", "digestHour")]
    [InlineData("pausedUntil", "2028-01-01", "pausedUntil")]
    [InlineData("timeZone", "Mars/Olympus", "timeZone")]
    [InlineData("countries", "ZZ", "countries")]
    public async Task What_is_not_right_is_said_and_what_was_typed_is_kept(string field, string value, string named)
    {
        var (status, page) = await ChooseAsync(("topics", "volcanoes"), (field, value));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains($"href=\"#{named}\"", page, StringComparison.Ordinal);
        Assert.Contains($"id=\"{named}\"", page, StringComparison.Ordinal);
        Assert.Contains("value=\"volcanoes\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task They_correct_who_they_are_and_what_they_leave_alone_keeps_its_source()
    {
        var (status, _) = await visitor.PostAsync(
            "/preferences/details",
            ("version", await visitor.VersionAsync("details")),
            ("name", "Rosa Díaz"),
            ("phones", "+442079460958 ext. 12\n+52 55 1234 5678"),
            ("newOutlet", "The Gazette"));

        Assert.Equal(HttpStatusCode.SeeOther, status);
        var contact = await ContactAsync();
        Assert.Equal("Rosa Díaz", contact.Name);
        Assert.Equal(["+442079460958", "+525512345678"], contact.Phones.Select(phone => phone.Number));
        Assert.Equal("12", contact.Phones[0].Extension);
        Assert.Empty(contact.OtherAddresses);
        Assert.Equal("Prefers calls after ten.\nSays they work for The Gazette.", contact.Notes);
        Assert.Equal(
            ("preferences page", "visiting card"), (Origins.Get(contact, "phones").Source, Origins.Get(contact, "countries").Source));
        Assert.Equal("Rosa Díaz", (await SubscriptionAsync("press")).Name);
    }

    [Fact]
    public async Task A_new_address_is_theirs_when_it_has_said_yes_too_and_the_old_one_is_told()
    {
        await visitor.PostAsync("/preferences/address", ("newAddress", "rosa@new.example.org"));
        var link = await visitor.LinkAsync("address");
        Assert.Equal("rosa@new.example.org", visitor.Mails[^1].Recipient);
        var (_, page) = await visitor.GetAsync(link);
        Assert.Contains("rosa@new.example.org", page, StringComparison.Ordinal);
        Assert.Equal("rosa@example.org", (await ContactAsync()).Address);

        Assert.Equal(HttpStatusCode.SeeOther, (await visitor.PostAsync(link)).Status);

        Assert.Equal("rosa@new.example.org", (await ContactAsync()).Address);
        Assert.Equal("rosa@new.example.org", (await SubscriptionAsync("press")).Address);
        await visitor.RunOutboxAsync();
        var told = visitor.Mails[^1];
        Assert.Equal("rosa@example.org", told.Recipient);
        Assert.Contains("r…@new.example.org", told.Message.TextBody, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.PostAsync(link)).Status);
    }

    [Fact]
    public async Task Another_contacts_address_is_not_taken_away_from_them()
    {
        await visitor.AddAsync("li@example.org", "");
        await visitor.PostAsync("/preferences/address", ("newAddress", "li@example.org"));

        var (status, page) = await visitor.PostAsync(await visitor.LinkAsync("address"));

        Assert.Equal(HttpStatusCode.Conflict, status);
        Assert.Contains("We know this address already", page, StringComparison.Ordinal);
        Assert.Equal("rosa@example.org", (await ContactAsync()).Address);
    }

    [Fact]
    public async Task They_read_what_is_held_with_its_source_and_take_it_away_as_json()
    {
        var (_, page) = await visitor.GetAsync("/preferences/data");
        foreach (var text in new[] { "Prefers calls after ten.", "visiting card", "+442079460958 ext. 12", "Trinidad & Tobago",
            "legitimate interest", "Her mail of 3 May.", "old@example.org", "Inner circle", "Your data was entered, by our office" })
            Assert.Contains(text, page, StringComparison.Ordinal);

        Assert.DoesNotMatch("contacts\\.|preferences\\.|subscriptions\\.", page);

        var (status, file) = await visitor.GetAsync("/preferences/data.json");
        Assert.Equal(HttpStatusCode.OK, status);
        using var data = JsonDocument.Parse(file);
        Assert.Equal("rosa@example.org", data.RootElement.GetProperty("contact").GetProperty("address").GetString());
        Assert.Equal(
            ["inner", "press"],
            data.RootElement.GetProperty("subscriptions").EnumerateArray().Select(row => row.GetProperty("list").GetString()));
        Assert.Contains("preferences.opened", file, StringComparison.Ordinal);
    }

    [Fact]
    public async Task They_erase_everything_and_may_come_back_only_by_their_own_word()
    {
        var (_, page) = await visitor.GetAsync("/preferences/erase");
        Assert.Contains("cannot be undone", page, StringComparison.Ordinal);
        Assert.NotNull(await visitor.App.Get<ContactStore>().FindAsync(id, Token));
        var cookie = visitor.Cookie;

        Assert.DoesNotContain("autofocus", page, StringComparison.Ordinal);
        Assert.Contains("<a href=\"/preferences\">", page, StringComparison.Ordinal);

        var (status, _) = await visitor.PostAsync("/preferences/erase");
        await visitor.App.Get<RunWork>().RunAsync($"{CarryOutErasure.JobName}|{id}", Token);

        Assert.Equal(HttpStatusCode.SeeOther, status);
        Assert.Contains("being erased", (await visitor.GetAsync("/en/preferences?done=erased")).Page, StringComparison.Ordinal);
        Assert.Null(await visitor.App.Get<ContactStore>().FindAsync(id, Token));
        visitor.Cookie = cookie;
        Assert.Equal(HttpStatusCode.Forbidden, (await visitor.GetAsync("/preferences")).Status);
        using var suppression = await visitor.App.Administrator.ReadAsync($"/api/suppressions/{id}");
        Assert.Equal("erased", (await suppression.JsonAsync()).GetProperty("reason").GetString());
    }

    [Fact]
    public async Task A_contact_who_is_merged_meanwhile_finds_their_preferences_open()
    {
        var kept = await visitor.AddAsync("rosa.diaz@example.org", "");
        using var merged = await visitor.App.Administrator.PostAsync($"/api/contacts/{kept}/merge", $$"""{ "other": "{{id}}" }""");
        await merged.JsonAsync();

        Assert.Contains("rosa.diaz@example.org", (await visitor.GetAsync("/preferences")).Page, StringComparison.Ordinal);
    }

    private async Task<(HttpStatusCode Status, string Page)> ChooseAsync(params (string Name, string Value)[] fields)
    {
        List<(string Name, string Value)> all = [.. fields];
        if (fields.All(field => field.Name != "version")) all.Add(("version", await visitor.VersionAsync("choices")));
        if (fields.All(field => field.Name != "languages")) all.Add(("languages", "en"));
        if (fields.All(field => field.Name != "digestHour")) all.Add(("digestHour", "7"));
        return await visitor.PostAsync("/preferences/choices", [.. all]);
    }

    private async Task<Contact> ContactAsync() => (await visitor.App.Get<ContactStore>().FindAsync(id, Token))!.Value;

    private async Task<Subscription> SubscriptionAsync(string list) =>
        (await visitor.App.Get<SubscriptionStore>().FindAsync(list, id, Token))!.Value;

    private async Task<(SubscriptionState State, Frequency Frequency)> StateAsync(string list) =>
        await SubscriptionAsync(list) is var row ? (row.State, row.Frequency) : default;
}
