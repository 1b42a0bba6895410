using System.Net;
using Distribution.Jobs;
using Distribution.Outbox;
using Distribution.People;
using Distribution.Testing;
using Distribution.Testing.Smtp;

namespace Distribution.Web.Tests.Previews;

/// <summary>What a reader's mail would be, and mails to the organisation's own people.</summary>
public sealed class PreviewEndpointTests(Azurite azurite) : IAsyncLifetime
{
    private ScriptedSmtpServer relay = null!;
    private App app = null!;
    private string release = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        relay = ScriptedSmtpServer.Start();
        app = await App.StartAsync(azurite, Token, new Dictionary<string, string?>
        {
            ["Mail:Host"] = ScriptedSmtpServer.Host,
            ["Mail:Port"] = $"{relay.Port}",
            ["Mail:Security"] = "None",
        });
        (await app.Administrator.PutAsync("/api/organisation", """
            { "names": { "en": "Harbour Organisation", "fr": "Organisation du port" }, "languages": ["en", "fr"], "postalAddress": "1 Harbour Road",
              "website": "https://harbour.example.org", "senderAddress": "press@harbour.example.org" }
            """)).EnsureSuccessStatusCode();
        await PostAsync("/api/offices", """{ "id": "port-of-spain", "names": { "en": "Port of Spain" }, "country": "TT", "timeZone": "America/Port_of_Spain", "replyAddress": "pos@harbour.example.org" }""");
        await PostAsync("/api/officers", """{ "id": "ana", "office": "port-of-spain", "name": "Ana Officer", "email": "ana@harbour.example.org", "phones": [{ "number": "+1 868 624 0101" }] }""");
        await PostAsync("/api/media-lists", """{ "id": "press", "names": { "en": "Press" }, "public": true }""");
        release = await PostAsync("/api/releases", """
            { "office": "port-of-spain", "officers": ["ana"], "audience": { "lists": ["press"] }, "originalLanguage": "en",
              "translations": { "en": { "headline": "Four states count their reefs", "body": "In **Kingston**…" },
                                "fr": { "headline": "Quatre États comptent leurs récifs", "body": "À **Kingston**…" },
                                "es": { "state": "draft" } } }
            """);
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        await relay.DisposeAsync();
    }

    [Theory]
    [InlineData("language=fr&outletType=radio&country=TT", "fr", "reader")]
    [InlineData("language=es", "en", "original")]
    [InlineData("", "en", "original")]
    public async Task It_shows_the_mail_of_somebody_imagined_and_why_it_is_in_that_language(string reader, string language, string because)
    {
        using var answer = await app.Administrator.ReadAsync($"{release}/preview?{reader}");

        var preview = await answer.JsonAsync();
        Assert.Equal((language, because), (preview.GetProperty("language").GetString(), preview.GetProperty("languageReason").GetString()));
        Assert.Contains("Kingston", preview.GetProperty("html").GetString(), StringComparison.Ordinal);
        Assert.Contains("Kingston", preview.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Contains(preview.GetProperty("headers").EnumerateArray(), header => header.GetProperty("name").GetString() == "List-Unsubscribe-Post");
    }

    [Fact]
    public async Task Of_a_contact_it_says_whether_they_would_get_it()
    {
        var contact = await PostAsync("/api/contacts", """{ "address": "rosa@example.org", "name": "Rosa Díaz", "languages": ["fr"], "source": "card", "lawfulBasis": "consent" }""");
        var id = contact.Split('/')[^1];

        using var before = await app.Administrator.ReadAsync($"{release}/preview?contact={id}");
        await PostAsync($"{contact}/subscriptions", """{ "list": "press", "basis": "consent", "evidence": "Told Ana." }""");
        using var after = await app.Administrator.ReadAsync($"{release}/preview?contact={id}");

        Assert.False((await before.JsonAsync()).GetProperty("why").GetProperty("isPlanned").GetBoolean());
        var preview = await after.JsonAsync();
        Assert.True(preview.GetProperty("why").GetProperty("isPlanned").GetBoolean());
        Assert.Contains("Rosa", preview.GetProperty("headers").EnumerateArray().Single(header => header.GetProperty("name").GetString() == "To").GetProperty("value").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("html", "text/html")]
    [InlineData("eml", "message/rfc822")]
    public async Task It_comes_as_a_page_or_as_the_message_itself(string format, string type)
    {
        using var answer = await app.Administrator.ReadAsync($"{release}/preview?format={format}");

        Assert.Equal((HttpStatusCode.OK, type), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
    }

    [Fact]
    public async Task Bad_questions_are_refused()
    {
        using var language = await app.Administrator.ReadAsync($"{release}/preview?language=klingon");
        await language.AssertFieldAsync(HttpStatusCode.BadRequest, "unreadable", "language");
        using var both = await app.Administrator.ReadAsync($"{release}/preview?contact=0f1e2d3c4b5a69788796a5b4c3d2e1f0&language=fr");
        await both.AssertFieldAsync(HttpStatusCode.BadRequest, "unreadable", "contact");
        using var missing = await app.Administrator.ReadAsync($"{release}/preview?contact=0f1e2d3c4b5a69788796a5b4c3d2e1f0");
        await missing.AssertProblemAsync(HttpStatusCode.NotFound, "missing");
    }

    [Fact]
    public async Task A_test_goes_to_the_organisations_own_people_marked_as_one_whatever_the_switch_says()
    {
        var test = await PostTestAsync("""{ "officers": ["ana"], "languages": ["fr"] }""");
        Assert.Equal(HttpStatusCode.Accepted, test.StatusCode);
        await RunOutboxAsync();

        var mail = Assert.Single(relay.Mails);
        Assert.Equal("ana@harbour.example.org", mail.Recipient);
        Assert.Contains("Quatre États comptent leurs récifs", mail.Message.Subject, StringComparison.Ordinal);
        Assert.StartsWith("[", mail.Message.Subject, StringComparison.Ordinal);
        Assert.DoesNotContain("/leave/A", mail.Message.HtmlBody, StringComparison.Ordinal);
        test.Dispose();
    }

    [Theory]
    [InlineData("{}", "officers")]
    [InlineData("""{ "officers": ["nobody"] }""", "officers.0")]
    [InlineData("""{ "officers": ["ana"], "languages": ["es"] }""", "languages.0")]
    [InlineData("""{ "officers": ["ana"], "languages": ["fr"], "as": { "language": "fr" } }""", "languages")]
    public async Task A_test_to_anybody_else_or_in_a_language_that_is_not_ready_is_refused(string json, string field)
    {
        using var answer = await PostTestAsync(json);

        await answer.AssertFieldAsync(HttpStatusCode.UnprocessableEntity, "invalid", field);
    }

    [Fact]
    public async Task An_officer_of_another_office_sends_no_test()
    {
        await PostAsync("/api/offices", """{ "id": "nassau", "names": { "en": "Nassau" }, "country": "BS", "timeZone": "America/Nassau", "replyAddress": "nassau@harbour.example.org" }""");
        using var foreign = app.Client(await app.NewKeyAsync(Role.Officer, "nassau"));

        using var answer = await foreign.PostAsync($"{release}/test-sends", """{ "officers": ["ana"] }""");

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    private Task<HttpResponseMessage> PostTestAsync(string json) => app.Administrator.PostAsync($"{release}/test-sends", json);

    private async Task RunOutboxAsync()
    {
        await foreach (var mail in app.Get<OutboxStore>().AllAsync(Token)) await app.Get<RunWork>().RunAsync($"{SendOutboxMail.JobName}|{mail.Value.Id}", Token);
    }

    private async Task<string> PostAsync(string address, string json)
    {
        using var answer = await app.Administrator.PostAsync(address, json);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Token));
        return answer.Headers.Location?.OriginalString ?? "";
    }
}
