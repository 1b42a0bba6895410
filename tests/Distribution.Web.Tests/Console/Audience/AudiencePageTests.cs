using System.Net;
using System.Text.RegularExpressions;
using Distribution.Audiences.Subscriptions;
using Distribution.Contacts.Contacts;
using Distribution.Publisher.Users;
using Distribution.Releases.Drafts;
using Distribution.Testing;
using Distribution.Web.Tests.Console.Send;

namespace Distribution.Web.Tests.Console.Audience;

/// <summary>The audience of a release by forms, with contacts and subscriptions.</summary>
public sealed partial class AudiencePageTests(Azurite azurite) : IAsyncLifetime
{
    private readonly PressOfficeHost house = new(azurite);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private HttpHost App => house.App;

    private SendDesk Desk => new(App);

    public ValueTask InitializeAsync() => house.InitializeAsync();

    public ValueTask DisposeAsync() => house.DisposeAsync();

    [Fact]
    public async Task Lists_and_filters_are_chosen_and_everything_else_of_the_release_stays()
    {
        var before = await Desk.WriteAsync("ana");
        using var browser = await App.SignInAsync(Role.Author, PressOffice.Desk);
        using var saved = await browser.PostFormAsync(
            Address(before),
            ("version", await VersionAsync(browser, before)), ("lists", "desk-press"), ("lists", "kingston-press"), ("languages", "es"),
            ("countries", "TT"), ("country", "Jamaica"), ("topics", "reefs, Harbours"), ("outletTypes", "Radio"),
            ("excludedLists", "everyone"));

        Assert.Contains("Saved.", await SendDesk.PageAsync(saved), StringComparison.Ordinal);
        var after = await Desk.ReadAsync(before.Release.Id);
        Assert.Equal(["desk-press", "kingston-press"], after.Audience.Lists);
        Assert.Equal(["es"], after.Audience.Languages);
        Assert.Equal(["TT", "JM"], after.Audience.Countries);
        Assert.Equal(2, after.Audience.Topics.Count);
        Assert.Equal(["everyone"], after.Audience.ExcludedLists);
        Assert.Equal(2, after.Version);
        Assert.Equal((before.Release.PressOfficers, before.Release.OriginalLanguage), (after.PressOfficers, after.OriginalLanguage));
    }

    [Theory]
    [InlineData("lists", "nassau-press", "Choose at least one media list of this office.")]
    [InlineData("country", "Atlantis", "Write the name or the two-letter code of a country.")]
    [InlineData("excludedLists", "everyone", "A list cannot be chosen and left out.")]
    public async Task What_is_not_right_is_named_and_stays_typed(string field, string value, string words)
    {
        var release = await Desk.WriteAsync("ana");
        using var browser = await App.SignInAsync(Role.Author, PressOffice.Desk);
        using var answer = await SendDesk.PostAsync(
            browser, Address(release), ("version", await VersionAsync(browser, release)), ("lists", "everyone"), (field, value));

        var page = await SendDesk.PageAsync(answer, HttpStatusCode.UnprocessableEntity);
        Assert.Contains(words, page, StringComparison.Ordinal);
        Assert.Contains($"value=\"{value}\"", page, StringComparison.Ordinal);
        Assert.Equal(1, (await Desk.ReadAsync(release.Release.Id)).Version);
    }

    [Fact]
    public async Task An_audience_that_somebody_else_has_changed_is_not_replaced_unseen_and_an_edit_of_the_text_does_not_matter()
    {
        var release = await Desk.WriteAsync("ana");
        using var browser = await App.SignInAsync(Role.Author, PressOffice.Desk);
        var version = await VersionAsync(browser, release);
        await Desk.EditAsync(release, "Five states count their reefs", "ana");
        using var first = await SendDesk.PostAsync(browser, Address(release), ("version", version), ("lists", "desk-press"));
        using var second = await SendDesk.PostAsync(browser, Address(release), ("version", version), ("lists", "kingston-press"));

        Assert.Equal(HttpStatusCode.SeeOther, first.StatusCode);
        var page = await SendDesk.PageAsync(second, HttpStatusCode.Conflict);
        Assert.Contains("somebody else has changed the audience", page, StringComparison.Ordinal);
        Assert.Equal(["desk-press"], (await Desk.ReadAsync(release.Release.Id)).Audience.Lists);
        using var third = await SendDesk.PostAsync(
            browser, Address(release), ("version", Version().Match(page).Groups[1].Value), ("lists", "kingston-press"));
        Assert.Equal(HttpStatusCode.SeeOther, third.StatusCode);
    }

    [Fact]
    public async Task Changing_it_is_for_authors_of_the_office_and_not_for_a_public_release()
    {
        var release = await Desk.WriteAsync("ana");
        foreach (var (role, office, isAllowed) in new[]
        {
            (Role.Viewer, PressOffice.Desk, false), (Role.Author, PressOffice.Child, false), (Role.Author, PressOffice.Foreign, false),
            (Role.Author, PressOffice.Desk, true),
        })
        {
            using var browser = await App.SignInAsync(role, office);
            using var shown = await browser.ReadAsync(Address(release));
            Assert.Equal(isAllowed, (await SendDesk.PageAsync(shown)).Contains("Save the audience", StringComparison.Ordinal));
            using var answer = await SendDesk.PostAsync(
                browser, Address(release), ("version", await VersionAsync(browser, release)), ("lists", "desk-press"));
            Assert.Equal(isAllowed ? HttpStatusCode.SeeOther : HttpStatusCode.Forbidden, answer.StatusCode);
        }
    }

    [Fact]
    public async Task The_numbers_are_those_of_a_dispatch_and_come_after_the_page()
    {
        var release = await Desk.WriteAsync("ana");
        await SubscribeAsync("rosa@example.org", "Rosa Núñez", "everyone");
        await SubscribeAsync("li@example.org", "Li Wei", "everyone", SubscriptionState.Pending);
        using var browser = await App.SignInAsync(Role.Viewer, PressOffice.Desk);
        using var page = await browser.ReadAsync(Address(release));
        using var part = await browser.ReadAsync($"{Address(release)}/estimate", ("HX-Request", "true"));
        using var members = await browser.ReadAsync($"{Address(release)}/lists/everyone", ("HX-Request", "true"));
        using var whole = await browser.ReadAsync($"{Address(release)}?count=1");

        Assert.DoesNotContain("would get it now", await SendDesk.PageAsync(page), StringComparison.Ordinal);
        var numbers = await SendDesk.PageAsync(part);
        Assert.Contains("1 person would get it now.", numbers, StringComparison.Ordinal);
        Assert.Contains("Subscription not confirmed yet", numbers, StringComparison.Ordinal);
        Assert.Contains("Trinidad", numbers, StringComparison.Ordinal);
        Assert.Equal("1 member", (await SendDesk.PageAsync(members)).Trim());
        Assert.Contains("1 person would get it now.", await SendDesk.PageAsync(whole), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_person_is_asked_about_by_name_or_address()
    {
        var release = await Desk.WriteAsync("ana");
        await SubscribeAsync("rosa@example.org", "Rosa Núñez", "everyone");
        await SubscribeAsync("li@example.org", "Li Wei", "nassau-press");
        using var browser = await App.SignInAsync(Role.Viewer, PressOffice.Desk, "fr");
        var why = $"{Address(release)}/why";
        using var rosa = await SendDesk.PostAsync(browser, why, ("who", "rosa@example.org"));
        using var li = await SendDesk.PostAsync(browser, why, ("who", "li@example.org"));
        using var nobody = await SendDesk.PostAsync(browser, why, ("who", "nobody@example.org"));

        var yes = await SendDesk.PageAsync(rosa);
        Assert.Contains("Oui : Rosa Núñez le recevrait.", yes.Replace(' ', ' '), StringComparison.Ordinal);
        Assert.Contains("que cette personne lit", yes, StringComparison.Ordinal);
        Assert.Contains("n’est sur aucune des listes choisies", await SendDesk.PageAsync(li), StringComparison.Ordinal);
        Assert.Contains("Aucun contact n’a ce nom ou cette adresse.", await SendDesk.PageAsync(nobody), StringComparison.Ordinal);
    }

    private static string Address(ReleaseDocument release) => $"/console/releases/{release.Release.Id}/audience";

    private static async Task<string> VersionAsync(HttpClient browser, ReleaseDocument release)
    {
        using var page = await browser.ReadAsync(Address(release));
        return Version().Match(await SendDesk.PageAsync(page)).Groups[1].Value;
    }

    private async Task SubscribeAsync(string address, string name, string list, SubscriptionState state = SubscriptionState.Confirmed)
    {
        var added = await App.Get<AddContact>().RunAsync(PressOffice.Contact(address) with { Name = name }, Token);
        var contact = Assert.IsType<AddContactResult.Added>(added).Contact.Value;
        var subscription = SubscriptionRules.Confirmed(list, contact, new("asked", "by telephone", default), App.Clock.GetUtcNow());
        await App.Get<SubscriptionStore>().AddAsync(subscription with { State = state }, Token);
    }

    [GeneratedRegex("name=\"version\" value=\"([0-9a-f]{16})\"")]
    private static partial Regex Version();
}
