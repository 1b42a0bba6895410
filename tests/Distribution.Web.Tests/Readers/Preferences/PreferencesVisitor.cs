using System.Net;
using System.Text.RegularExpressions;
using Distribution.Audiences.MediaLists;
using Distribution.Mail.Outbox;
using Distribution.Platform.Jobs;
using Distribution.Testing;
using Distribution.Testing.Smtp;

namespace Distribution.Web.Tests.Readers.Preferences;

/// <summary>
/// A press organisation, a relay, and a browser that keeps the desk's cookie by hand, since the tests' server has no TLS.
/// </summary>
internal sealed partial class PreferencesVisitor : IAsyncDisposable
{
    private readonly ScriptedSmtpServer relay;

    private PreferencesVisitor(HttpHost app, ScriptedSmtpServer relay) => (App, this.relay) = (app, relay);

    public HttpHost App { get; }

    /// <summary>As the browser sends it; null before the desk was opened.</summary>
    public string? Cookie { get; set; }

    public IReadOnlyList<Distribution.Testing.Smtp.ReceivedMail> Mails => relay.Mails;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<PreferencesVisitor> StartAsync(Azurite azurite)
    {
        var relay = ScriptedSmtpServer.Start();
        var app = await HttpHost.StartAsync(azurite, Token, new Dictionary<string, string?>
        {
            ["Mail:Host"] = ScriptedSmtpServer.Host,
            ["Mail:Port"] = $"{relay.Port}",
            ["Mail:Security"] = "None",
            ["Mail:Recipients"] = "*",
        });
        (await app.Administrator.PutAsync("/api/organisation", """
            { "names": { "en": "Harbour Organisation", "fr": "Organisation du port" }, "languages": ["en", "fr", "es"], "postalAddress": "1 Harbour Road",
              "website": "https://harbour.example.org", "senderAddress": "press@harbour.example.org" }
            """)).EnsureSuccessStatusCode();
        var lists = app.Get<MediaListStore>();
        await lists.AddAsync("press", new() { Id = "press", Names = new([new("en", "Press"), new("fr", "Presse")]), Public = true }, Token);
        await lists.AddAsync("radio", new() { Id = "radio", Names = new([new("en", "Radio")]), Public = true }, Token);
        await lists.AddAsync("inner", new() { Id = "inner", Names = new([new("en", "Inner circle")]) }, Token);
        return new(app, relay);
    }

    /// <summary>Adds a contact and puts them on lists.</summary>
    /// <returns>Their id.</returns>
    public async Task<string> AddAsync(string address, string more, params string[] lists)
    {
        using var answer = await App.Administrator.PostAsync("/api/contacts", $$"""
            { "address": "{{address}}", "name": "Rosa", "languages": ["en"], "source": "visiting card", "lawfulBasis": "legitimateInterests"{{more}} }
            """);
        var id = (await answer.JsonAsync(HttpStatusCode.Created)).GetProperty("id").GetString()!;
        foreach (var list in lists)
        {
            using var added = await App.Administrator.PostAsync(
                $"/api/contacts/{id}/subscriptions", $$"""{ "list": "{{list}}", "basis": "asked", "evidence": "Her mail of 3 May." }""");
            added.EnsureSuccessStatusCode();
        }

        return id;
    }

    /// <summary>Asks for the link, as a browser does.</summary>
    public async Task<(HttpStatusCode Status, string Page)> AskAsync(string address)
    {
        using var answer = await App.Anonymous.PostFormAsync("/en/preferences", ("address", address));
        return (answer.StatusCode, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Token)));
    }

    /// <summary>The version that a form of the open preferences was made from.</summary>
    public async Task<string> VersionAsync(string form)
    {
        var page = (await GetAsync("/preferences")).Page;
        return Version().Match(page[page.IndexOf($"action=\"/preferences/{form}\"", StringComparison.Ordinal)..]).Groups[1].Value;
    }

    /// <summary>Asks for the link, follows it, and presses the button.</summary>
    public async Task OpenAsync(string address)
    {
        await AskAsync(address);
        var (status, _) = await PostAsync(await LinkAsync("open"));
        Assert.Equal(HttpStatusCode.SeeOther, status);
    }

    /// <summary>Sends what is in the outbox, and takes the link of the newest mail.</summary>
    public async Task<string> LinkAsync(string kind)
    {
        await RunOutboxAsync();
        var link = Link().Match(relay.Mails[^1].Message.TextBody!);
        Assert.Equal(kind, link.Groups[1].Value);
        return new Uri(link.Value).AbsolutePath;
    }

    public async Task RunOutboxAsync()
    {
        await foreach (var mail in App.Get<OutboxStore>().AllAsync(Token))
            await App.Get<RunWork>().RunAsync($"{SendOutboxMail.JobName}|{mail.Value.Id}", Token);
    }

    public Task<(HttpStatusCode Status, string Page)> GetAsync(string path) => SendAsync(new(HttpMethod.Get, path));

    public Task<(HttpStatusCode Status, string Page)> PostAsync(string path, params (string Name, string Value)[] fields) =>
        SendAsync(new(
            HttpMethod.Post,
            path)
        { Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))) });

    public async Task<(HttpStatusCode Status, string Page)> SendAsync(HttpRequestMessage request)
    {
        using (request)
        {
            if (Cookie is not null) request.Headers.Add("Cookie", Cookie.Split(';')[0]);
            using var answer = await App.Anonymous.SendAsync(request, Token);
            if (answer.Headers.TryGetValues("Set-Cookie", out var cookies)) Cookie = cookies.Single();
            return (answer.StatusCode, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Token)));
        }
    }

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        await relay.DisposeAsync();
    }

    [GeneratedRegex("name=\"version\" value=\"([0-9a-f]+)\"")]
    private static partial Regex Version();

    [GeneratedRegex("https?://[^\\s]+/preferences/(open|address)/[A-Za-z0-9_-]+")]
    private static partial Regex Link();
}
