using System.Net;
using System.Text.RegularExpressions;
using Distribution.Testing;
using Distribution.Testing.Smtp;

namespace Distribution.Functions.Tests;

/// <summary>From a request to the mail that arrives, with nothing but the head.</summary>
public sealed partial class SendingTests(SendingHead head) : IClassFixture<SendingHead>
{
    private const string Headline = "Four states count their reefs";

    private const string Release = $$"""
        {
          "office": "port-of-spain", "pressOfficers": ["maelle"], "audience": { "lists": ["press"] }, "originalLanguage": "en",
          "translations": { "en": { "headline": "{{Headline}}", "body": "In **Kingston**, four states…" } }
        }
        """;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_release_that_is_posted_and_scheduled_arrives_is_in_the_newsroom_and_can_be_unsubscribed_from()
    {
        var path = await HeadFixture.PostAsync(head.Administrator, "/api/releases", Release);
        await HeadFixture.PostAsync(head.Administrator, $"{path}/schedule", "{}");
        Assert.Null((await head.Host.RunTimerAsync("dispatch", Token)).Failure);
        var mail = await head.ReceiveAsync(mail => mail.Message.Subject == Headline);
        await head.RunUntilAsync(async () => await StateAsync(path) == "released");

        Assert.Equal("rosa@example.org", mail.Recipient);
        using var newsroom = await head.Anonymous.ReadAsync("/");
        Assert.Contains(Headline, await newsroom.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
        await UnsubscribeAsync(mail);
        using var subscriptions = await head.Administrator.ReadAsync("/api/subscriptions?list=press");
        var rosa = Assert.Single((await subscriptions.JsonAsync()).GetProperty("items").EnumerateArray());
        Assert.Equal("ended", rosa.GetProperty("state").GetString());
    }

    [Fact]
    public async Task Preferences_are_opened_by_the_link_in_a_mail_and_kept_open_by_the_cookie()
    {
        await AddAsync("luis@example.org");
        using (await PostFormAsync("/en/preferences", ("address", "luis@example.org"))) { }
        var mail = await head.ReceiveAsync(mail => mail.Recipient == "luis@example.org");
        using var opened = await PostFormAsync(new Uri(Link().Match(mail.Message.TextBody!).Value).AbsolutePath);
        Assert.Equal(HttpStatusCode.SeeOther, opened.StatusCode);
        var cookie = Assert.Single(opened.Headers.GetValues("Set-Cookie"));

        using var open = await head.Anonymous.ReadAsync("/preferences", ("Cookie", cookie.Split(';')[0]));
        using var closed = await head.Anonymous.ReadAsync("/preferences");

        Assert.StartsWith("__Host-preferences=", cookie, StringComparison.Ordinal);
        Assert.Contains("luis@example.org", await open.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
        Assert.DoesNotContain("luis@example.org", await closed.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
    }

    private async Task AddAsync(string address)
    {
        var contact = await HeadFixture.PostAsync(head.Administrator, "/api/contacts", $$"""
            { "address": "{{address}}", "name": "Luis", "languages": ["en"], "source": "card", "lawfulBasis": "consent" }
            """);
        await HeadFixture.PostAsync(head.Administrator, "/api/media-lists", """{ "id": "radio", "names": { "en": "Radio" }, "public": true }""");
        await HeadFixture.PostAsync(head.Administrator, $"{contact}/subscriptions", """{ "list": "radio", "basis": "consent", "evidence": "Asked by mail." }""");
    }

    /// <summary>The mail program's one click (RFC 8058).</summary>
    private async Task UnsubscribeAsync(ReceivedMail mail)
    {
        var link = new Uri(mail.Message.Headers["List-Unsubscribe"]!.Split('<', '>').Single(part => part.StartsWith("https://", StringComparison.Ordinal)));
        using var answer = await PostFormAsync(link.PathAndQuery, ("List-Unsubscribe", "One-Click"));
        Assert.True(answer.IsSuccessStatusCode, $"{answer.StatusCode}");
    }

    private async Task<HttpResponseMessage> PostFormAsync(string path, params (string Name, string Value)[] fields)
    {
        using FormUrlEncodedContent form = new(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        return await head.Anonymous.PostAsync(path, form, Token);
    }

    private async Task<string> StateAsync(string path)
    {
        using var answer = await head.Administrator.ReadAsync(path);
        return (await answer.JsonAsync()).GetProperty("state").GetString()!;
    }

    [GeneratedRegex("https?://[^\\s]+/preferences/open/[A-Za-z0-9_-]+")]
    private static partial Regex Link();
}
