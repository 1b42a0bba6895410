using System.Net;
using Distribution.Mail.Outbox;
using Distribution.Mail.Outcomes;
using Distribution.Publisher.Offices;
using Distribution.Publisher.Users;
using Distribution.Releases.Drafts;
using Distribution.Testing;

namespace Distribution.Web.Tests.Dispatches.Previews;

/// <summary>Test sends over HTTP, received by SMTP, while mail to everybody else is switched off.</summary>
public sealed class TestSendTests(Azurite azurite)
{
    private const string Ana = "ana@harbour.example.org";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_test_goes_to_the_press_officer_in_every_language_of_the_release_and_to_nobody_else()
    {
        await using var desk = await OpenAsync();
        await using var app = await AppAsync(desk);
        await desk.SubscribeAsync("press", "rosa@example.org", Token);
        var release = await DraftAsync(desk);

        using var answer = await SendAsync(app.Administrator, release, """{ "pressOfficers": ["ana-officer"] }""");
        var test = await answer.JsonAsync(HttpStatusCode.Accepted);
        await desk.RunQueuesAsync(Token);

        Assert.Equal(
            ["ana-officer en", "ana-officer fr"],
            test.GetProperty("mails").EnumerateArray().Select(mail => $"{mail.GetProperty("to")} {mail.GetProperty("language")}"));
        var mails = desk.Relay.Mails.OrderBy(mail => mail.Message.Subject, StringComparer.Ordinal).ToList();
        Assert.Equal(["[Essai] Headline in fr", "[Test] Headline in en"], mails.Select(mail => mail.Message.Subject));
        Assert.All(mails, mail => Assert.Equal(Ana, mail.Recipient));
        Assert.StartsWith(
            "*** This is a test, sent to the organisation’s own people only. The release has not been approved. ***",
            mails[1].Message.TextBody,
            StringComparison.Ordinal);
        Assert.Contains("Body in en.", mails[1].Message.HtmlBody, StringComparison.Ordinal);
        Assert.Contains("/unsubscribe/test>", mails[1].Message.Headers["List-Unsubscribe"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_test_can_be_like_the_mail_of_a_contact_and_gives_nothing_of_theirs_away()
    {
        await using var desk = await OpenAsync();
        await using var app = await AppAsync(desk);
        var rosa = await desk.SubscribeAsync("radio", "rosa@example.org", Token, languages: ["fr", "en"]);

        using var answer = await SendAsync(
            app.Administrator, await DraftAsync(desk), $$"""{ "pressOfficers": ["ana-officer"], "as": { "contact": "{{rosa}}" } }""");
        await answer.JsonAsync(HttpStatusCode.Accepted);
        await desk.RunQueuesAsync(Token);

        var mail = Assert.Single(desk.Relay.Mails);
        Assert.Equal(Ana, mail.Recipient);
        Assert.Equal("[Essai] Headline in fr", mail.Message.Subject);
        Assert.Contains("au titre de\u00a0: radio.", mail.Message.TextBody, StringComparison.Ordinal);
        Assert.Contains("Ce communiqué existe aussi en", mail.Message.TextBody, StringComparison.Ordinal);
        Assert.DoesNotContain("rosa", System.Text.Encoding.ASCII.GetString(mail.Content.Span), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Somebody_imagined_decides_the_language()
    {
        await using var desk = await OpenAsync();
        await using var app = await AppAsync(desk);

        using var answer = await SendAsync(
            app.Administrator,
            await DraftAsync(desk),
            """{ "pressOfficers": ["ana-officer"], "as": { "language": "fr-CA", "outletType": "radio" } }""");

        Assert.Equal("fr", (await answer.JsonAsync(HttpStatusCode.Accepted)).GetProperty("mails")[0].GetProperty("language").GetString());
    }

    [Fact]
    public async Task The_same_request_with_the_same_key_sends_nothing_again()
    {
        await using var desk = await OpenAsync();
        await using var app = await AppAsync(desk);
        var release = await DraftAsync(desk);
        const string Body = """{ "pressOfficers": ["ana-officer"], "languages": ["en"] }""";

        using var first = await SendAsync(app.Administrator, release, Body, ("Idempotency-Key", "one"));
        using var second = await SendAsync(app.Administrator, release, Body, ("Idempotency-Key", "one"));
        await desk.RunQueuesAsync(Token);

        Assert.Equal(await first.Content.ReadAsStringAsync(Token), await second.Content.ReadAsStringAsync(Token));
        Assert.Single(desk.Relay.Mails);
    }

    [Fact]
    public async Task Whoever_is_named_twice_gets_it_once_and_people_get_it_too()
    {
        await using var desk = await OpenAsync();
        await using var app = await AppAsync(desk);
        await desk.Get<UserStore>().AddAsync("ana", new() { Id = "ana", Name = "Ana", Email = Ana, Grants = [] }, Token);
        await desk.Get<UserStore>()
            .AddAsync("boss", new() { Id = "boss", Name = "Boss", Email = "boss@harbour.example.org", Grants = [] }, Token);

        using var answer = await SendAsync(
            app.Administrator,
            await DraftAsync(desk),
            """{ "pressOfficers": ["ana-officer"], "users": ["ana", "boss"], "languages": ["EN"] }""");
        await answer.JsonAsync(HttpStatusCode.Accepted);
        await desk.RunQueuesAsync(Token);

        Assert.Equal([Ana, "boss@harbour.example.org"], desk.Relay.Mails.Select(mail => mail.Recipient).Order());
    }

    [Fact]
    public async Task A_test_shows_the_release_as_it_is_when_the_mail_is_sent_and_one_that_is_gone_by_then_fails()
    {
        await using var desk = await OpenAsync();
        await using var app = await AppAsync(desk);
        var release = await DraftAsync(desk);
        using var answer = await SendAsync(app.Administrator, release, """{ "pressOfficers": ["ana-officer"], "languages": ["en"] }""");
        await answer.JsonAsync(HttpStatusCode.Accepted);
        using var deleted = await app.Administrator.RemoveAsync($"/api/releases/{release.Id}");
        Assert.Equal(HttpStatusCode.NoContent, deleted.StatusCode);

        await desk.RunQueuesAsync(Token);

        Assert.Empty(desk.Relay.Mails);
        var mail = Assert.Single(await desk.Get<OutboxStore>().AllAsync(Token).ToListAsync(Token)).Value;
        Assert.Equal(OutcomeState.Failed, mail.Outcome.State);
        Assert.Contains("gone", mail.Outcome.Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}", "pressOfficers")]
    [InlineData("""{ "pressOfficers": ["rosa@example.org"] }""", "pressOfficers.0")]
    [InlineData("""{ "users": ["nobody"] }""", "users.0")]
    [InlineData("""{ "pressOfficers": ["ana-officer"], "languages": ["es"] }""", "languages.0")]
    [InlineData("""{ "pressOfficers": ["ana-officer"], "languages": ["en"], "as": { "language": "en" } }""", "languages")]
    [InlineData("""{ "pressOfficers": ["ana-officer"], "as": { "country": "XX" } }""", "as.country")]
    [InlineData("""{ "pressOfficers": ["ana-officer"], "as": { "contact": "0123456789abcdef0123456789abcdef" } }""", "as.contact")]
    public async Task What_is_not_right_is_named_and_nothing_is_sent(string body, string field)
    {
        await using var desk = await OpenAsync();
        await using var app = await AppAsync(desk);
        using var answer = await SendAsync(app.Administrator, await DraftAsync(desk), body);
        await answer.AssertFieldAsync(HttpStatusCode.UnprocessableEntity, "invalid", field);
        await desk.RunQueuesAsync(Token);
        Assert.Empty(desk.Relay.Mails);
    }

    [Fact]
    public async Task Without_a_mail_server_a_test_is_refused_and_says_what_to_set()
    {
        await using var desk = await OpenAsync();
        await using var app =
            await HttpHost.StartAsync(azurite, Token, new Dictionary<string, string?>(desk.Settings) { ["Mail:Host"] = null });
        using var answer = await SendAsync(app.Administrator, await DraftAsync(desk), """{ "pressOfficers": ["ana-officer"] }""");
        var problem = await answer.AssertProblemAsync(HttpStatusCode.Conflict, "wrong-state");
        Assert.Contains("Mail:Host", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_authors_of_the_releases_office_may_send_one()
    {
        await using var desk = await OpenAsync();
        await using var app = await AppAsync(desk);
        await desk.Get<OfficeStore>()
            .AddAsync("nassau", (await desk.Get<OfficeStore>().FindAsync(DispatchHost.Office, Token))!.Value with { Id = "nassau" }, Token);
        var release = await DraftAsync(desk);
        using var foreign = app.Client(await app.NewKeyAsync(Role.Administrator, "nassau"));
        using var own = app.Client(await app.NewKeyAsync(Role.Author, DispatchHost.Office));

        using var refused = await SendAsync(foreign, release, """{ "pressOfficers": ["ana-officer"] }""");
        using var sent = await SendAsync(own, release, """{ "pressOfficers": ["ana-officer"] }""");

        await refused.AssertProblemAsync(HttpStatusCode.Forbidden, "forbidden");
        Assert.Equal(HttpStatusCode.Accepted, sent.StatusCode);
    }

    private async Task<DispatchHost> OpenAsync()
    {
        var desk = await DispatchHost.OpenAsync(azurite, Token, ("Mail:Recipients", null));
        await desk.AddListAsync("press", Token);
        await desk.AddListAsync("radio", Token);
        return desk;
    }

    private Task<HttpHost> AppAsync(DispatchHost desk) => HttpHost.StartAsync(azurite, Token, desk.Settings);

    private static async Task<Release> DraftAsync(DispatchHost desk)
    {
        var release = await desk.ScheduleAsync(["press", "radio"], Token, "en", "fr");
        var read = (await desk.Get<ReleaseStore>().FindMainAsync(release.Id, Token))!;
        await desk.Get<ReleaseStore>().ReplaceAsync(read, release with { State = ReleaseState.Draft, SendAt = null }, Token);
        return release;
    }

    private static Task<HttpResponseMessage> SendAsync(
        HttpClient client, Release release, string body, params (string, string)[] headers) =>
        client.PostAsync($"/api/releases/{release.Id}/test-sends", body, headers);
}
