using System.Net;
using System.Text.Json;
using Distribution.Dispatches.Planning;
using Distribution.Dispatches.Sending;
using Distribution.Platform.Storage;
using Distribution.Testing;
using Distribution.Testing.Smtp;

namespace Distribution.Web.Tests.Releases.Drafts;

/// <summary>The whole line: everything goes in over HTTP and comes out by SMTP.</summary>
public sealed class PostedReleaseTests(Azurite azurite)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_posted_release_reaches_each_person_on_its_lists_once_in_their_language_and_the_dispatch_says_so()
    {
        await using var relay = ScriptedSmtpServer.Start();
        await using var app = await StartAsync(relay);
        await AddReaderAsync(app, "rosa@example.org", "es", "caribbean-press");
        await AddReaderAsync(app, "aimee@example.org", "fr", "caribbean-press", "agencies");
        await AddReaderAsync(app, "tariq@example.org", "en", "agencies");
        await AddReaderAsync(app, "silent@example.org", "en", "agencies");
        await PostAsync(app, "/api/suppressions", """{ "address": "silent@example.org", "reason": "asked", "evidence": "Her letter." }""");

        var release = await PostAsync(app, "/api/releases", Release);
        using var blocked = await app.Administrator.PostAsync($"{release}/schedule", "{}");
        var findings = (await blocked.AssertProblemAsync(HttpStatusCode.Conflict, "checks")).GetProperty("findings").EnumerateArray().ToList();
        Assert.Contains("translation-missing:translations.es", findings.Select(found => found.GetProperty("acknowledgement").GetString()));
        await PostAsync(app, $"{release}/schedule", """{ "acknowledgements": ["translation-missing", "block-language:translations.fr"] }""");
        await DispatchAsync(app);

        Assert.Equal(["aimee@example.org", "rosa@example.org", "tariq@example.org"], relay.Mails.Select(mail => mail.Recipient).Order());
        using var answer = await app.Administrator.ReadAsync($"{release}/dispatches");
        var dispatch = (await answer.JsonAsync()).GetProperty("items")[0];
        Assert.Equal("finished", dispatch.GetProperty("state").GetString());
        Assert.Equal(
            (3, 3), (dispatch.GetProperty("planned").GetInt32(), dispatch.GetProperty("outcomes").GetProperty("accepted").GetInt32()));
        using var one = await app.Administrator.ReadAsync($"/api/dispatches/{dispatch.GetProperty("id").GetString()}");
        var lines = (await one.JsonAsync()).GetProperty("lines").EnumerateArray().Select(Line);
        Assert.Equal(["agencies en 1", "agencies fr 1", "caribbean-press en 1", "caribbean-press fr 1"], lines.Order());
        using var read = await app.Administrator.ReadAsync(release);
        Assert.Equal("released", (await read.JsonAsync()).GetProperty("state").GetString());

        // A program's change to a release that is out is never mailed.
        using var same = await app.Administrator.PutAsync(release, Release);
        using var changed =
            await app.Administrator.PutAsync(release, Release.Replace("four states", "five states", StringComparison.Ordinal));
        await DispatchAsync(app);
        Assert.Equal(HttpStatusCode.OK, same.StatusCode);
        await changed.AssertProblemAsync(HttpStatusCode.Conflict, "wrong-state");
        Assert.Equal(3, relay.Mails.Count);
    }

    private const string Release = """
        {
          "office": "port-of-spain",
          "pressOfficers": ["ana"],
          "audience": { "lists": ["caribbean-press", "agencies"] },
          "originalLanguage": "en",
          "translations": {
            "fr": { "headline": "Quatre États comptent leurs récifs", "body": "À **Kingston**, quatre États…" },
            "en": { "headline": "Four states count their reefs", "body": "In **Kingston**, four states…" }
          },
          "source": { "system": "drupal", "id": "node/1" }
        }
        """;

    private async Task<HttpHost> StartAsync(ScriptedSmtpServer relay)
    {
        var app = await HttpHost.StartAsync(azurite, Token, new Dictionary<string, string?>
        {
            ["Mail:Host"] = ScriptedSmtpServer.Host,
            ["Mail:Port"] = $"{relay.Port}",
            ["Mail:Security"] = "None",
            ["Mail:Recipients"] = "*",
        });
        (await app.Administrator.PutAsync("/api/organisation", """
            {
              "names": { "en": "Harbour Trust" }, "languages": ["en", "fr"], "postalAddress": "1 Harbour Road",
              "website": "https://harbour.example.org", "senderAddress": "press@harbour.example.org"
            }
            """)).EnsureSuccessStatusCode();
        await PostAsync(app, "/api/offices", """
            {
              "id": "port-of-spain", "names": { "en": "Port of Spain" }, "country": "TT", "timeZone": "America/Port_of_Spain",
              "replyAddress": "pos@harbour.example.org"
            }
            """);
        await PostAsync(
            app,
            "/api/press-officers",
            """{ "id": "ana", "office": "port-of-spain", "name": "Ana Officer", "email": "ana@harbour.example.org", "phones": [{ "number": "+1 868 624 0101" }] }""");
        await PostAsync(app, "/api/media-lists", """{ "id": "caribbean-press", "names": { "en": "Caribbean press" } }""");
        await PostAsync(app, "/api/media-lists", """{ "id": "agencies", "names": { "en": "Agencies" } }""");
        return app;
    }

    private static async Task AddReaderAsync(HttpHost app, string address, string language, params string[] lists)
    {
        var contact = await PostAsync(
            app,
            "/api/contacts",
            $$"""{ "address": "{{address}}", "name": "Reader", "languages": ["{{language}}"], "source": "card", "lawfulBasis": "consent" }""");
        foreach (var list in lists)
        {
            await PostAsync(app, $"{contact}/subscriptions", $$"""{ "list": "{{list}}", "basis": "asked", "evidence": "Told Ana." }""");
        }
    }

    /// <returns>The address of what was made, if anything was.</returns>
    private static async Task<string> PostAsync(HttpHost app, string address, string json)
    {
        using var answer = await app.Administrator.PostAsync(address, json);
        Assert.True(answer.IsSuccessStatusCode, $"{address}: {await answer.Content.ReadAsStringAsync(Token)}");
        return answer.Headers.Location?.ToString() ?? address;
    }

    /// <summary>Timer, queue, timer: what is due is sent and closed.</summary>
    private static async Task DispatchAsync(HttpHost app)
    {
        await app.Get<DispatchDueReleases>().RunAsync(Token);
        var messages = await app.Get<Queues>()[Queues.Batches].ReceiveMessagesAsync(32, cancellationToken: Token);
        foreach (var message in messages.Value) await app.Get<SendBatch>().RunAsync(message.MessageText, Token);
        await app.Get<DispatchDueReleases>().RunAsync(Token);
    }

    private static string Line(JsonElement line) =>
        $"{line.GetProperty("list").GetString()} {line.GetProperty("language").GetString()} {line.GetProperty("accepted").GetInt32()}";
}
