using System.Net;
using System.Text.RegularExpressions;
using Distribution.Audiences.Subscriptions;
using Distribution.Contacts.Contacts;
using Distribution.Dispatches.Digests;
using Distribution.Dispatches.Ledger;
using Distribution.Dispatches.Steering;
using Distribution.Publisher.Users;
using Distribution.Readers.Preferences;
using Distribution.Testing;
using Distribution.Testing.Smtp;
using ReceivedMail = Distribution.Testing.Smtp.ReceivedMail;

namespace Distribution.Web.Tests.Mail;

/// <summary>
/// One of every kind of mail that the program sends, signed and as a relay received it, while the program goes on running.
/// </summary>
public sealed partial class EveryMail(Azurite azurite) : IAsyncLifetime
{
    private const string Release = """
        {
          "office": "port-of-spain", "pressOfficers": ["ana-officer"], "audience": { "lists": ["press"] }, "originalLanguage": "en", "translationPolicy": "sendReady",
          "translations": {
            "en": { "headline": "Four states count their reefs", "body": "In **Kingston**, [four states](https://harbour.example.org/reefs)…\n\n![A reef](https://harbour.example.org/reef.jpg)" },
            "es": SPANISH
          }
        }
        """;

    private readonly Dictionary<string, ReceivedMail> mails = [];

    /// <summary>The newest of each kind.</summary>
    public IReadOnlyDictionary<string, ReceivedMail> Mails => mails;

    public TestKey Key { get; } = new("harbour.example.org");

    public FullHost House { get; private set; } = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        House = await FullHost.OpenAsync(
            azurite,
            Token,
            ("Releases:CheckLinks", "false"),
            ("Dkim:Selector", TestKey.Selector),
            ("Dkim:PrivateKey", Key.Pkcs8.ReplaceLineEndings("\\n")),
            ("Unsubscribe:Address", "leave@harbour.example.org"),
            ("Unsubscribe:Host", "127.0.0.1"),
            ("Unsubscribe:Security", "None"),
            ("Unsubscribe:User", "unsubscribe"),
            ("Unsubscribe:Password", "secret"));
        await House.Dispatch.AddListAsync("press", Token);
        await SubscribeAsync();
        await GoThroughApprovalAsync();
        await SendOnceADayAsync();
        await ManagePreferencesAsync();
        await SignInAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await House.DisposeAsync();
        Key.Dispose();
    }

    private async Task SubscribeAsync()
    {
        await AddAsync("en@example.org", "en");
        await AddAsync("es@example.org", "es");
        await PostFormAsync("/fr/subscribe", ("address", "new@example.org"), ("name", "Nouvelle"), ("lists", "press"), ("languages", "fr"));
        await TakeAsync("confirmation");
    }

    private async Task GoThroughApprovalAsync()
    {
        using var officer = House.Web.Client(await House.Web.NewKeyAsync(Role.Author));
        using var approver = House.Web.Client(await House.Web.NewKeyAsync(Role.Approver));
        var address = await DraftAsync(officer);
        await StepAsync(officer, $"{address}/submit", "{}");
        await TakeAsync("submitted");
        House.Dispatch.Clock.Advance(TimeSpan.FromDays(1.1));
        await TakeAsync("reminder");
        await StepAsync(approver, $"{address}/return", """{ "note": "Which year?" }""");
        await TakeAsync("returned");
        await StepAsync(officer, $"{address}/submit", $$"""{ "sendAt": "{{House.Dispatch.Clock.GetUtcNow().AddHours(2):O}}" }""");
        await House.SendAsync(Token);
        House.Dispatch.Clock.Advance(TimeSpan.FromHours(3));
        await TakeAsync("missed");
        await StepAsync(officer, $"{address}/withdraw", "{}");
        await TakeAsync("withdrawn");

        address = await DraftAsync(officer);
        await StepAsync(
            officer, $"{address}/test-sends", """{ "pressOfficers": ["ana-officer"], "languages": ["en"] }""", HttpStatusCode.Accepted);
        await TakeAsync("test");
        await StepAsync(officer, $"{address}/submit", "{}");
        await House.SendAsync(Token);
        await StepAsync(
            approver,
            $"{address}/approve",
            """{ "version": 1, "acknowledgements": ["translation-missing", "block-language", "send-at-once"] }""");
        var sent = await House.SendAsync(Token);
        Keep("release", sent, mail => mail.Recipient == "en@example.org");
        Keep("approved", sent, mail => mail.Message.Subject!.StartsWith("Approved", StringComparison.OrdinalIgnoreCase));
        Keep("finished", sent, mail => mail.Message.Subject!.StartsWith("Sent", StringComparison.OrdinalIgnoreCase));
        await TranslateAsync(officer, approver, address);
        await StopAsync(address);

        // One that still waits, so that its preview is there.
        await StepAsync(officer, $"{await DraftAsync(officer)}/submit", "{}");
        await TakeAsync("submitted");
    }

    private async Task TranslateAsync(HttpClient officer, HttpClient approver, string address)
    {
        using var written = await officer.PutAsync(
            address, ReleaseWith("""{ "headline": "Cuatro Estados cuentan sus arrecifes", "body": "En **Kingston**, cuatro Estados…" }"""));
        var version = (await written.JsonAsync()).GetProperty("version").GetInt32();
        await StepAsync(
            approver,
            $"{address}/approve",
            $$"""{ "version": {{version}}, "acknowledgements": ["translation-missing", "block-language", "send-at-once"] }""");
        Keep("translation", await House.SendAsync(Token), mail => mail.Recipient == "es@example.org");
    }

    private async Task StopAsync(string address)
    {
        var dispatch = (await House.Dispatch.Get<DispatchStore>().OfReleaseAsync(address.Split('/')[^1], Token))[0].Value;
        await House.Dispatch.Get<NotifyUsers>().StoppedAsync(dispatch, "The relay refused the login.", Token);
        await TakeAsync("stopped");
    }

    private async Task SendOnceADayAsync()
    {
        var reader = await AddAsync("daily@example.org", "en");
        var subscriptions = House.Dispatch.Get<SubscriptionStore>();
        var row = (await subscriptions.FindAsync("press", reader, Token))!;
        await subscriptions.ReplaceAsync(row, row.Value with { Frequency = Frequency.Daily }, Token);
        await House.Dispatch.Get<DigestStore>().AddSubscriberAsync(
            new() { Contact = reader, TimeZone = "Etc/UTC", Hour = 11, CoveredUntil = House.Dispatch.Clock.GetUtcNow() }, Token);
        House.Dispatch.Clock.Advance(TimeSpan.FromMinutes(10));
        await PublishAsync();
        House.Dispatch.Clock.Advance(TimeSpan.FromDays(1.1));
        await House.Dispatch.Get<SendDigests>().RunAsync(Token);
        await TakeAsync("digest");
    }

    private async Task ManagePreferencesAsync()
    {
        var contact = await AddAsync("mover@example.org", "en");
        await AskToMoveAsync(contact, "moved@example.org");
        await PostFormAsync(PathIn(mails["move"], "/preferences/address/"));
        await TakeAsync("moved");
        await AskToMoveAsync(contact, "further@example.org");
        await PostFormAsync("/en/preferences", ("address", "moved@example.org"));
        await TakeAsync("preferences");
        await UnsubscribeAsync();
    }

    private async Task UnsubscribeAsync()
    {
        await AddAsync("leaver@example.org", "fr");
        House.Dispatch.Clock.Advance(TimeSpan.FromMinutes(10));
        var mail = (await PublishAsync()).First(mail => mail.Recipient == "leaver@example.org");
        await PostFormAsync(PathIn(mail, "/unsubscribe/"));
        House.Dispatch.Clock.Advance(TimeSpan.FromMinutes(10));
        await TakeAsync("left");
    }

    private async Task SignInAsync()
    {
        User user = new() { Id = "ada", Name = "Ada", Email = "ada@example.org", Grants = [new Grant(Role.Author)] };
        await House.Web.Get<UserStore>().AddAsync(user.Id, user, Token);
        using var browser = House.Web.Browser();
        using FormUrlEncodedContent form = new([KeyValuePair.Create("address", user.Email)]);
        using var asked = await browser.PostAsync(new Uri("/console/sign-in", UriKind.Relative), form, Token);
        Assert.Equal(HttpStatusCode.SeeOther, asked.StatusCode);
        await TakeAsync("signIn");
    }

    private async Task<IReadOnlyList<ReceivedMail>> PublishAsync()
    {
        var release = ReleaseWith("""{ "state": "draft" }""").Replace(
            "\"office\"",
            """ "state": "approved", "acknowledgements": ["translation-missing", "block-language", "send-at-once"], "office" """,
            StringComparison.Ordinal);
        using var created = await House.Web.Administrator.PostAsync("/api/releases", release);
        await created.JsonAsync(HttpStatusCode.Created);
        return await House.SendAsync(Token);
    }

    private async Task AskToMoveAsync(string contact, string address)
    {
        var found = (await House.Dispatch.Get<ContactStore>().FindAsync(contact, Token))!;
        Assert.False((await House.Dispatch.Get<RequestAddressChange>().RunAsync(found.Value, address, Token)).Any);
        await TakeAsync("move");
    }

    /// <returns>The contact's id.</returns>
    private async Task<string> AddAsync(string address, string language)
    {
        using var added = await House.Web.Administrator.PostAsync("/api/contacts", $$"""
            { "address": "{{address}}", "name": "Rosa", "languages": ["{{language}}"], "source": "visiting card", "lawfulBasis": "legitimateInterests" }
            """);
        var id = (await added.JsonAsync(HttpStatusCode.Created)).GetProperty("id").GetString()!;
        using var listed = await House.Web.Administrator.PostAsync(
            $"/api/contacts/{id}/subscriptions", """{ "list": "press", "basis": "asked", "evidence": "Her mail." }""");
        listed.EnsureSuccessStatusCode();
        return id;
    }

    private static async Task<string> DraftAsync(HttpClient officer)
    {
        using var created = await officer.PostAsync("/api/releases", ReleaseWith("""{ "state": "draft" }"""));
        Assert.Equal(HttpStatusCode.Created, created.StatusCode);
        return created.Headers.Location!.OriginalString;
    }

    private static string ReleaseWith(string spanish) => Release.Replace("SPANISH", spanish, StringComparison.Ordinal);

    private static async Task StepAsync(HttpClient client, string address, string body, HttpStatusCode status = HttpStatusCode.OK)
    {
        using var answer = await client.PostAsync(address, body);
        await answer.JsonAsync(status);
    }

    private async Task PostFormAsync(string path, params (string Name, string Value)[] fields)
    {
        using FormUrlEncodedContent form = new(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        using var answer = await House.Web.Anonymous.PostAsync(path, form, Token);
        Assert.Contains(answer.StatusCode, new[] { HttpStatusCode.OK, HttpStatusCode.SeeOther });
    }

    private async Task TakeAsync(string kind) => Keep(kind, await House.SendAsync(Token), _ => true);

    private void Keep(string kind, IReadOnlyList<ReceivedMail> sent, Func<ReceivedMail, bool> which) => mails[kind] = sent.First(which);

    private static string PathIn(ReceivedMail mail, string start) =>
        Links().Matches(mail.Message.TextBody!).Select(link => new Uri(link.Value).AbsolutePath)
            .First(path => path.StartsWith(start, StringComparison.Ordinal));

    [GeneratedRegex("https?://[^\\s<>\"]+")]
    private static partial Regex Links();
}
