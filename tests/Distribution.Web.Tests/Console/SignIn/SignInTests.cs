using System.Net;
using System.Text.RegularExpressions;
using Distribution.Mail.Outbox;
using Distribution.Operations.SignIn;
using Distribution.Platform.Jobs;
using Distribution.Publisher.Users;
using Distribution.Testing;
using Distribution.Testing.Smtp;

namespace Distribution.Web.Tests.Console.SignIn;

public sealed partial class SignInTests(Azurite azurite) : IAsyncLifetime
{
    private const string Address = "ines@example.org";

    private readonly ScriptedSmtpServer relay = ScriptedSmtpServer.Start();

    private HttpHost app = null!;

    private HttpClient browser = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        // Without Mail:Recipients: mails to users are sent before any is to journalists.
        app = await HttpHost.StartAsync(azurite, Token, new Dictionary<string, string?>
        {
            ["Mail:Host"] = ScriptedSmtpServer.Host,
            ["Mail:Port"] = $"{relay.Port}",
            ["Mail:Security"] = "None",
            ["SignIn:FirstAdministrator"] = "first@example.org",
        });
        using var organisation = await app.Administrator.PutAsync(
            "/api/organisation",
            """{ "names": { "en": "Harbour Agency" }, "languages": ["en"], "postalAddress": "1 Quay", "website": "https://example.org", "senderAddress": "press@example.org" }""");
        User user = new() { Id = "ines", Name = "Inès", Email = Address, Grants = [new Grant(Role.Author)] };
        await app.Get<UserStore>().AddAsync(user.Id, user, Token);
        browser = app.Browser();
    }

    public async ValueTask DisposeAsync()
    {
        browser.Dispose();
        await app.DisposeAsync();
        await relay.DisposeAsync();
    }

    [Fact]
    public async Task The_code_of_the_mail_signs_in_once()
    {
        var page = await AskAsync(Address);
        var code = await CodeAsync();

        using var entered = await PostAsync(page, ("code", code));
        Assert.Equal((HttpStatusCode.SeeOther, "/console"), (entered.StatusCode, entered.Headers.Location?.OriginalString));
        using var again = await PostAsync(page, ("code", code));
        Assert.Equal(HttpStatusCode.NotFound, again.StatusCode);

        using var client = SignedIn(entered);
        Assert.Contains("Inès", await client.GetStringAsync(new Uri("/console", UriKind.Relative), Token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_cookie_is_for_this_site_and_no_script_reads_it()
    {
        var page = await AskAsync(Address);
        using var entered = await PostAsync(page, ("code", await CodeAsync()));
        var cookie = Assert.Single(entered.Headers.GetValues("Set-Cookie"));

        Assert.StartsWith("__Host-session=ines.", cookie, StringComparison.Ordinal);
        Assert.Contains("; path=/; secure; samesite=lax; httponly", cookie, StringComparison.Ordinal);
        Assert.DoesNotContain("domain", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_program_that_opens_every_link_signs_nobody_in()
    {
        await AskAsync(Address);
        var link = Link().Match(await MailAsync()).Value;
        for (var look = 0; look < 3; look++)
        {
            using var opened = await browser.GetAsync(new Uri(link, UriKind.Relative), Token);
            Assert.Equal(HttpStatusCode.OK, opened.StatusCode);
            Assert.False(opened.Headers.Contains("Set-Cookie"));
        }

        using var pressed = await PostAsync(link);
        Assert.True(pressed.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task Five_wrong_codes_use_a_request_up()
    {
        var page = await AskAsync(Address);
        var code = await CodeAsync();
        var wrong = code == "00000000" ? "00000001" : "00000000";
        for (var tries = 1; tries < CompleteSignIn.MostTries; tries++)
        {
            using var answer = await PostAsync(page, ("code", wrong));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        }

        using var last = await PostAsync(page, ("code", wrong));
        Assert.Equal(HttpStatusCode.NotFound, last.StatusCode);
        using var right = await PostAsync(page, ("code", code));
        Assert.Equal(HttpStatusCode.NotFound, right.StatusCode);
    }

    [Fact]
    public async Task A_code_is_over_after_half_an_hour()
    {
        var page = await AskAsync(Address);
        var code = await CodeAsync();
        app.Clock.Advance(RequestSignIn.Lifetime);
        using var late = await PostAsync(page, ("code", code));
        Assert.Equal(HttpStatusCode.NotFound, late.StatusCode);
    }

    [Fact]
    public async Task An_address_of_nobody_is_answered_alike_and_mailed_nothing()
    {
        using var known = await PostAsync("/console/sign-in", ("address", Address));
        using var unknown = await PostAsync("/console/sign-in", ("address", "nobody@example.org"));
        Assert.Equal(known.StatusCode, unknown.StatusCode);
        var page = unknown.Headers.Location!.OriginalString;
        using var shown = await browser.GetAsync(new Uri(page, UriKind.Relative), Token);
        Assert.Equal(HttpStatusCode.OK, shown.StatusCode);

        await RunOutboxAsync();
        Assert.Equal([Address], relay.Mails.Select(mail => mail.Recipient));
        // Even the right code of a request for nobody signs nobody in.
        var request = page.Split('/')[^1];
        using var entered = await PostAsync(page, ("code", app.Get<SignInSecrets>().Code(request)));
        Assert.Equal(HttpStatusCode.NotFound, entered.StatusCode);
    }

    [Fact]
    public async Task The_first_administrator_becomes_a_user_while_there_is_none()
    {
        var page = await AskAsync("first@example.org");
        var code = await CodeAsync();
        Assert.Null(await app.Get<UserStore>().FindAsync("first-administrator", Token));

        using var entered = await PostAsync(page, ("code", code));
        Assert.Equal(HttpStatusCode.SeeOther, entered.StatusCode);
        var user = (await app.Get<UserStore>().FindAsync("first-administrator", Token))!.Value;
        Assert.Equal([new Grant(Role.Administrator)], user.Grants);
    }

    [Fact]
    public async Task The_first_administrator_is_nobody_once_there_is_another()
    {
        User other = new() { Id = "ada", Name = "Ada", Email = "ada@example.org", Grants = [new Grant(Role.Administrator)] };
        await app.Get<UserStore>().AddAsync(other.Id, other, Token);
        await AskAsync("first@example.org");
        await RunOutboxAsync();
        Assert.Empty(relay.Mails);
    }

    [Theory]
    [InlineData("https://evil.example/console")]
    [InlineData("//evil.example/console")]
    [InlineData("/console\\..\\evil")]
    [InlineData("/api/me")]
    public async Task Signing_in_leads_to_no_other_site(string address)
    {
        using var asked = await PostAsync($"/console/sign-in?return={Uri.EscapeDataString(address)}", ("address", Address));
        using var entered = await PostAsync(asked.Headers.Location!.OriginalString, ("code", await CodeAsync()));
        Assert.Equal("/console", entered.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task Signing_in_leads_back_to_the_page_that_was_wanted()
    {
        using var wanted = await browser.GetAsync(new Uri("/console/releases?stage=mine", UriKind.Relative), Token);
        Assert.Equal(HttpStatusCode.SeeOther, wanted.StatusCode);
        using var asked = await PostAsync(wanted.Headers.Location!.OriginalString, ("address", Address));
        using var entered = await PostAsync(asked.Headers.Location!.OriginalString, ("code", await CodeAsync()));
        Assert.Equal("/console/releases?stage=mine", entered.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task Only_so_many_mails_go_to_an_address_in_an_hour()
    {
        for (var request = 0; request < 12; request++)
        {
            using var asked = await PostAsync("/console/sign-in", ("address", Address));
            Assert.Equal(HttpStatusCode.SeeOther, asked.StatusCode);
        }

        await RunOutboxAsync();
        Assert.Equal(new SignInOptions().PerAddressPerHour, relay.Mails.Count);
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("X-Nothing", "said")]
    public async Task A_form_that_is_not_from_our_own_page_is_refused(string header, string value)
    {
        using var secret = await app.SignInAsync(Role.Author);
        using var client = app.Client(null);
        client.DefaultRequestHeaders.Add("Cookie", secret.DefaultRequestHeaders.GetValues("Cookie"));
        client.DefaultRequestHeaders.Add(header, value);
        using FormUrlEncodedContent form = new([KeyValuePair.Create("language", "fr")]);
        using var answer = await client.PostAsync(new Uri("/console/account/language", UriKind.Relative), form, Token);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    private async Task<string> AskAsync(string address)
    {
        using var answer = await PostAsync("/console/sign-in", ("address", address));
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        return answer.Headers.Location!.OriginalString;
    }

    private async Task<string> CodeAsync() => Code().Match(await MailAsync()).Value.Replace(" ", "", StringComparison.Ordinal);

    private async Task<string> MailAsync()
    {
        await RunOutboxAsync();
        return relay.Mails[^1].Message.TextBody!;
    }

    private async Task RunOutboxAsync()
    {
        await foreach (var mail in app.Get<OutboxStore>().AllAsync(Token))
            await app.Get<RunWork>().RunAsync($"{SendOutboxMail.JobName}|{mail.Value.Id}", Token);
    }

    private async Task<HttpResponseMessage> PostAsync(string address, params (string Name, string Value)[] fields)
    {
        using FormUrlEncodedContent form = new(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        return await browser.PostAsync(new Uri(address, UriKind.Relative), form, Token);
    }

    private HttpClient SignedIn(HttpResponseMessage entered)
    {
        var client = app.Browser();
        client.DefaultRequestHeaders.Add("Cookie", entered.Headers.GetValues("Set-Cookie").Single().Split(';')[0]);
        return client;
    }

    [GeneratedRegex(@"\b\d{4} \d{4}\b")]
    private static partial Regex Code();

    [GeneratedRegex(@"/console/sign-in/[0-9a-f]{32}/[\w-]{27}")]
    private static partial Regex Link();
}
