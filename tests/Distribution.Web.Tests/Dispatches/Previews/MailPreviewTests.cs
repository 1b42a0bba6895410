using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Distribution.Audiences.Selection;
using Distribution.Audiences.Subscriptions;
using Distribution.Contacts.Outlets;
using Distribution.Platform.Storage;
using Distribution.Publisher.Organisations;
using Distribution.Releases.Drafts;
using Distribution.Testing;
using MimeKit;

namespace Distribution.Web.Tests.Dispatches.Previews;

/// <summary>Previews over HTTP, of a release in English, French and Spanish to the lists press and radio.</summary>
public sealed class MailPreviewTests(Azurite azurite)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_preview_is_the_very_mail_that_is_sent_but_for_its_unsubscribe_links()
    {
        await using var desk = await OpenAsync();
        await using var app = await AppAsync(desk);
        var rosa = await desk.SubscribeAsync("press", "rosa@example.org", Token, languages: ["fr"]);
        var release = await ScheduleAsync(desk);

        using var answer = await app.Administrator.ReadAsync(Address(release, $"contact={rosa}"), ("Accept", "message/rfc822"));
        var preview = await MimeMessage.LoadAsync(await answer.Content.ReadAsStreamAsync(Token), Token);
        await desk.RunAsync(Token);

        var sent = Assert.Single(desk.Relay.Mails).Message;
        Assert.Equal(Headers(sent), Headers(preview));
        Assert.Equal(WithoutLeaving(sent.TextBody), WithoutLeaving(preview.TextBody));
        Assert.Equal(WithoutLeaving(sent.HtmlBody), WithoutLeaving(preview.HtmlBody));
        Assert.Contains("/unsubscribe/test>", preview.Headers[HeaderId.ListUnsubscribe], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_can_unsubscribe_by_a_preview()
    {
        await using var desk = await OpenAsync();
        await using var app = await AppAsync(desk);
        var rosa = await desk.SubscribeAsync("press", "rosa@example.org", Token);
        var release = await ScheduleAsync(desk);
        var text = Text(await PreviewAsync(app, release, $"contact={rosa}"), "text");

        var leave = Regex.Match(text, "https://press.example.org(/unsubscribe/[^ \r\n]+)").Groups[1].Value;
        using var clicked = await app.Anonymous.PostAsync(leave, "List-Unsubscribe=One-Click");

        Assert.Equal(HttpStatusCode.NotFound, clicked.StatusCode);
        Assert.Equal(SubscriptionState.Confirmed, (await desk.Get<SubscriptionStore>().FindAsync("press", rosa, Token))!.Value.State);
    }

    [Theory]
    [InlineData("language=es&outletType=radio&country=DO", "es", "recipient", true)]
    [InlineData("language=es-419", "es", "recipient", true)]
    [InlineData("language=pt", "en", "original", true)]
    [InlineData("language=pt&country=DO", "es", "country", true)]
    [InlineData("", "en", "original", true)]
    public async Task Somebody_imagined_gets_the_mail_that_the_rule_of_languages_gives_them(
        string query, string language, string reason, bool isPlanned)
    {
        await using var desk = await OpenAsync();
        await using var app = await AppAsync(desk);
        await FallBackAsync(desk, "DO", "es");
        var preview = await PreviewAsync(app, await ScheduleAsync(desk), query);

        Assert.Equal((language, reason), (Text(preview, "language"), Text(preview, "languageReason")));
        Assert.Equal(isPlanned, preview.GetProperty("why").GetProperty("isPlanned").GetBoolean());
        Assert.Equal($"Headline in {language}", Header(preview, "Subject"));
        Assert.Equal(language, Header(preview, "Content-Language"));
        Assert.Contains($"Body in {language}.", Text(preview, "text"), StringComparison.Ordinal);
        Assert.Contains($"Body in {language}.", Text(preview, "html"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("outletType=radio", true)]
    [InlineData("outletType=daily", false)]
    [InlineData("language=es", false)]
    public async Task Whom_a_filter_leaves_out_is_told_by_which(string query, bool isPlanned)
    {
        await using var desk = await OpenAsync();
        await using var app = await AppAsync(desk);
        var release = await ScheduleAsync(desk, audience => audience with { OutletTypes = [OutletType.Radio] });

        var why = (await PreviewAsync(app, release, query)).GetProperty("why");

        Assert.Equal(isPlanned, why.GetProperty("isPlanned").GetBoolean());
        Assert.Equal(isPlanned ? null : "filtered", why.TryGetProperty("reason", out var reason) ? reason.GetString() : null);
        var filter = Assert.Single(why.GetProperty("filters").EnumerateArray());
        Assert.Equal(("outletTypes", isPlanned), (Text(filter, "filter"), filter.GetProperty("passes").GetBoolean()));
    }

    [Fact]
    public async Task A_contact_who_unsubscribed_sees_what_they_would_have_got_and_why_they_do_not()
    {
        await using var desk = await OpenAsync();
        await using var app = await AppAsync(desk);
        var rosa = await desk.SubscribeAsync("press", "rosa@example.org", Token, SubscriptionState.Ended, "fr");

        var preview = await PreviewAsync(app, await ScheduleAsync(desk), $"contact={rosa}");

        Assert.Equal("fr", Text(preview, "language"));
        Assert.Equal("ended", Text(preview.GetProperty("why"), "reason"));
        Assert.Equal("ended", Text(Assert.Single(preview.GetProperty("why").GetProperty("lists").EnumerateArray()), "state"));
        Assert.Contains("rosa@example.org", Header(preview, "To"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_of_a_preview_runs_nothing_and_is_kept_by_nobody()
    {
        await using var desk = await OpenAsync();
        await using var app = await AppAsync(desk);
        var release = await ScheduleAsync(desk);

        using var page = await app.Administrator.ReadAsync(Address(release, "language=fr"), ("Accept", "text/html"));

        Assert.Equal("text/html; charset=utf-8", page.Content.Headers.ContentType!.ToString());
        Assert.True(page.Headers.CacheControl!.NoStore);
        var policy = page.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("sandbox", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("script-src", policy, StringComparison.Ordinal);
        Assert.StartsWith("<!DOCTYPE html><html lang=\"fr\"", await page.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("language=martian", "language")]
    [InlineData("country=XX", "country")]
    [InlineData("outletType=pigeon", "outletType")]
    [InlineData("format=pdf", "format")]
    [InlineData("contact=0123456789abcdef0123456789abcdef&language=es", "contact")]
    public async Task What_cannot_be_previewed_is_named(string query, string field)
    {
        await using var desk = await OpenAsync();
        await using var app = await AppAsync(desk);
        using var answer = await app.Administrator.ReadAsync(Address(await ScheduleAsync(desk), query));
        await answer.AssertFieldAsync(HttpStatusCode.BadRequest, "unreadable", field);
    }

    [Fact]
    public async Task What_is_not_there_is_said_to_be_missing()
    {
        await using var desk = await OpenAsync();
        await using var app = await AppAsync(desk);
        using var noRelease = await app.Administrator.ReadAsync("/api/releases/0123456789abcdef0123456789abcdef/preview");
        await noRelease.AssertProblemAsync(HttpStatusCode.NotFound, "missing");
        using var noContact =
            await app.Administrator.ReadAsync(Address(await ScheduleAsync(desk), "contact=0123456789abcdef0123456789abcdef"));
        await noContact.AssertProblemAsync(HttpStatusCode.NotFound, "missing");
    }

    [Fact]
    public async Task Before_there_is_an_organisation_there_is_no_mail_to_see()
    {
        await using var app = await HttpHost.StartAsync(azurite, Token);
        var release = SampleData.Release with { State = ReleaseState.Draft };
        await app.Get<ReleaseStore>().AddAsync(release, [SampleData.English], [], Token);

        using var answer = await app.Administrator.ReadAsync($"/api/releases/{release.Id}/preview");

        await answer.AssertProblemAsync(HttpStatusCode.Conflict, "wrong-state");
    }

    private async Task<DispatchHost> OpenAsync()
    {
        var desk = await DispatchHost.OpenAsync(azurite, Token);
        await desk.AddListAsync("press", Token);
        await desk.AddListAsync("radio", Token);
        return desk;
    }

    private Task<HttpHost> AppAsync(DispatchHost desk) => HttpHost.StartAsync(azurite, Token, desk.Settings);

    private static async Task<Release> ScheduleAsync(DispatchHost desk, Func<Audience, Audience>? change = null)
    {
        var release = await desk.ScheduleAsync(["press", "radio"], Token, "en", "fr", "es");
        if (change is null) return release;
        var read = (await desk.Get<ReleaseStore>().FindMainAsync(release.Id, Token))!;
        Assert.IsType<WriteResult.Done>(
            await desk.Get<ReleaseStore>().ReplaceAsync(read, release with { Audience = change(release.Audience) }, Token));
        return release;
    }

    private static async Task FallBackAsync(DispatchHost desk, string country, string language)
    {
        var organisations = desk.Get<OrganisationStore>();
        var read = (await organisations.FindAsync(Token))!;
        await organisations.ReplaceAsync(
            read, read.Value with { LanguageByCountry = new Dictionary<string, string> { [country] = language } }, Token);
    }

    private static async Task<JsonElement> PreviewAsync(HttpHost app, Release release, string query)
    {
        using var answer = await app.Administrator.ReadAsync(Address(release, query));
        return await answer.JsonAsync();
    }

    private static string Address(Release release, string query) => $"/api/releases/{release.Id}/preview?{query}";

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;

    private static string Header(JsonElement preview, string name) =>
        Text(preview.GetProperty("headers").EnumerateArray().Single(header => Text(header, "name") == name), "value");

    private static IEnumerable<string> Headers(MimeMessage message) =>
        message.Headers.Concat(message.Body!.Headers)
            .Where(header => header.Id is not (HeaderId.Date or HeaderId.ListUnsubscribe or HeaderId.ContentType))
            .Select(header => $"{header.Field}: {header.Value}");

    private static string WithoutLeaving(string? text) => Regex.Replace(text ?? "", "/unsubscribe/[A-Za-z0-9_-]+", "/unsubscribe/");
}
