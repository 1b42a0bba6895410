using System.Net;
using Distribution.Publisher.Offices;
using Distribution.Publisher.Users;
using Distribution.Releases.Drafts;
using Distribution.Testing;
using static Distribution.Web.Tests.Console.Write.ConsoleForms;

namespace Distribution.Web.Tests.Console.Write;

public sealed class DetailsTests(ConsoleDesk desk) : IClassFixture<ConsoleDesk>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Details_are_saved_and_the_time_is_spelled_out_by_the_clocks_that_matter()
    {
        using var ana = await desk.SignInAsync("Ana");
        var release = await ana.DraftAsync();
        var version = Hidden(await ana.PageAsync($"/console/releases/{release}/details"), "version");
        using var saved = await ana.SendFormAsync(
            $"/console/releases/{release}/details",
            ("version", version), ("pressOfficers", "maelle"), ("topics", "Reefs, oceans"), ("country", "jamaica"),
            ("sendAt", "2027-03-26T09:00"), ("translationPolicy", "SendReady"), ("waitHours", "12"));
        Assert.Equal(HttpStatusCode.SeeOther, saved.StatusCode);
        var document = await desk.ReadAsync(release);
        Assert.Equal(new DateTimeOffset(2027, 3, 26, 13, 0, 0, TimeSpan.Zero), document.Release.SendAt);
        Assert.Equal(["JM"], document.Release.Countries);
        Assert.Equal(["maelle"], document.Release.PressOfficers);
        Assert.Equal((TranslationPolicy.SendReady, 12), (document.Release.TranslationPolicy, document.Release.WaitHours));
        Assert.Equal("Four reefs", document.In("en").Headline);

        var page = await ana.PageAsync($"/console/releases/{release}/details");
        Assert.Contains("Friday 26 March 2027, 09:00 in Port of Spain; 13:00 UTC", page, StringComparison.Ordinal);
        Assert.Contains("Maëlle Baptiste", page, StringComparison.Ordinal);
        var part = await ana.PageAsync($"/console/releases/{release}/details/part?sendAt=2027-03-26T09:00&zone=Europe/Zurich");
        Assert.Contains("; 14:00 by your clock", part, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_time_can_be_taken_back()
    {
        using var ana = await desk.SignInAsync("Ana");
        var release = await ana.DraftAsync();
        await SaveAsync(ana, release, ("sendAt", "2027-03-26T09:00"), ("waitHours", "24"));
        await SaveAsync(ana, release, ("sendAt", ""), ("waitHours", "24"));
        Assert.Null((await desk.ReadAsync(release)).Release.SendAt);
    }

    [Fact]
    public async Task A_time_that_the_clock_skips_or_shows_twice_is_answered_with_what_to_choose()
    {
        await desk.App.Get<OfficeStore>().AddAsync(
            "geneva", PressOffice.Offices[0] with { Id = "geneva", TimeZone = "Europe/Zurich", Parent = null }, Token);
        using var ana = await desk.App.SignInAsync(Role.Author);
        using var begun = await ana.SendFormAsync("/console/releases", ("office", "geneva"), ("language", "en"), ("headline", "One"));
        var release = begun.Headers.Location!.ToString().Split('/')[3];
        var part = $"/console/releases/{release}/details/part";
        Assert.Contains("Choose 01:30 or 03:30", await ana.PageAsync($"{part}?sendAt=2027-03-28T02:30"), StringComparison.Ordinal);
        var twice = await ana.PageAsync($"{part}?sendAt=2027-10-31T02:30");
        Assert.Contains("comes twice", twice, StringComparison.Ordinal);
        Assert.Contains("value=\"later\"", twice, StringComparison.Ordinal);

        var version = Hidden(await ana.PageAsync($"/console/releases/{release}/details"), "version");
        using (var refused = await ana.SendFormAsync(
            $"/console/releases/{release}/details", ("version", version), ("sendAt", "2027-10-31T02:30"), ("waitHours", "24")))
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        await SaveAsync(ana, release, ("sendAt", "2027-10-31T02:30"), ("choice", "later"), ("waitHours", "24"));
        Assert.Equal(new DateTimeOffset(2027, 10, 31, 1, 30, 0, TimeSpan.Zero), (await desk.ReadAsync(release)).Release.SendAt);
        // Saved again as the page shows it, it stays that very instant.
        await SaveAsync(ana, release, ("sendAt", "2027-10-31T02:30"), ("waitHours", "24"));
        Assert.Equal(new DateTimeOffset(2027, 10, 31, 1, 30, 0, TimeSpan.Zero), (await desk.ReadAsync(release)).Release.SendAt);
    }

    [Fact]
    public async Task Details_that_somebody_else_has_changed_are_not_overwritten_unseen()
    {
        using var ana = await desk.SignInAsync("Ana Ruiz");
        using var bo = await desk.SignInAsync("Bo Chen");
        var release = await ana.DraftAsync();
        var version = Hidden(await ana.PageAsync($"/console/releases/{release}/details"), "version");
        await SaveAsync(bo, release, ("waitHours", "7"));
        using var answer = await ana.SendFormAsync($"/console/releases/{release}/details", ("version", version), ("waitHours", "99"));
        Assert.Equal(HttpStatusCode.PreconditionFailed, answer.StatusCode);
        var page = await answer.Content.ReadAsStringAsync(Token);
        Assert.Contains("Bo Chen changed these details", page, StringComparison.Ordinal);
        Assert.Contains("value=\"99\"", page, StringComparison.Ordinal);
        Assert.Equal(7, (await desk.ReadAsync(release)).Release.WaitHours);
        await SaveAsync(ana, release, ("version", Hidden(page, "version")), ("waitHours", "99"));
        Assert.Equal(99, (await desk.ReadAsync(release)).Release.WaitHours);
    }

    private static async Task SaveAsync(HttpClient browser, string release, params (string Name, string Value)[] fields)
    {
        var given = fields.Any(field => field.Name == "version")
            ? fields
            : [("version", Hidden(await browser.PageAsync($"/console/releases/{release}/details"), "version")), .. fields];
        using var saved = await browser.SendFormAsync($"/console/releases/{release}/details", given);
        Assert.True(saved.StatusCode == HttpStatusCode.SeeOther, await saved.Content.ReadAsStringAsync(Token));
    }
}
