using System.Net;
using Distribution.Mail.Outbox;
using Distribution.Readers.Preferences;
using Distribution.Testing;

namespace Distribution.Web.Tests.Readers.Preferences;

/// <summary>Access to the preferences, and its refusal.</summary>
public sealed class OpenPreferencesTests(Azurite azurite) : IAsyncLifetime
{
    private PreferencesVisitor visitor = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => visitor = await PreferencesVisitor.StartAsync(azurite);

    public ValueTask DisposeAsync() => visitor.DisposeAsync();

    [Fact]
    public async Task A_link_to_the_address_opens_the_preferences_once_and_its_cookie_is_for_this_site_and_no_script()
    {
        await visitor.AddAsync("rosa@example.org", "", "press");
        await visitor.AskAsync("Rosa@Example.org");
        var link = await visitor.LinkAsync("open");

        var (shown, page) = await visitor.GetAsync(link);
        Assert.Equal(HttpStatusCode.OK, shown);
        Assert.Contains("r…@example.org", page, StringComparison.Ordinal);
        Assert.DoesNotContain("rosa@", page, StringComparison.Ordinal);
        Assert.Null(visitor.Cookie);

        Assert.Equal(HttpStatusCode.SeeOther, (await visitor.PostAsync(link)).Status);
        Assert.Matches("^__Host-preferences=[A-Za-z0-9_-]{43}; path=/; secure; samesite=strict; httponly$", visitor.Cookie);
        Assert.Contains("rosa@example.org", (await visitor.GetAsync("/preferences")).Page, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.NotFound, (await visitor.PostAsync(link)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync(link)).Status);
    }

    [Fact]
    public async Task The_answer_is_the_same_for_an_address_that_nobody_is_mailed_at_and_nothing_is_sent()
    {
        await visitor.AddAsync("rosa@example.org", """, "otherAddresses": ["old@example.org"]""");

        var known = await visitor.AskAsync("rosa@example.org");
        await visitor.RunOutboxAsync();
        var mails = visitor.Mails.Count;
        var unknown = await visitor.AskAsync("li@example.org");
        var former = await visitor.AskAsync("old@example.org");
        await visitor.RunOutboxAsync();

        Assert.Equal(1, mails);
        Assert.Equal(mails, visitor.Mails.Count);
        Assert.Equal(known, unknown);
        Assert.Equal(known, former);
        Assert.All(
            await visitor.App.Get<OutboxStore>().AllAsync(Token).ToListAsync(Token), mail => Assert.True(mail.Value.Outcome.IsFinal));
    }

    [Fact]
    public async Task An_address_is_sent_no_more_links_a_day_than_the_limit_and_a_network_may_not_ask_for_ever()
    {
        await visitor.AddAsync("rosa@example.org", "");
        for (var time = 0; time < 6; time++) await visitor.AskAsync("rosa@example.org");
        await visitor.RunOutboxAsync();
        Assert.Equal(3, visitor.Mails.Count);

        HttpStatusCode last = default;
        for (var time = 0; time < 30; time++) (last, _) = await visitor.AskAsync($"r{time}@example.org");
        Assert.Equal(HttpStatusCode.TooManyRequests, last);
    }

    [Fact]
    public async Task The_link_works_for_an_hour_and_the_preferences_stay_open_for_another()
    {
        await visitor.AddAsync("rosa@example.org", "");
        await visitor.AskAsync("rosa@example.org");
        var late = await visitor.LinkAsync("open");
        visitor.App.Clock.Advance(WritePreferencesMail.Lifetime);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.PostAsync(late)).Status);

        await visitor.OpenAsync("rosa@example.org");
        visitor.App.Clock.Advance(WritePreferencesMail.Lifetime - TimeSpan.FromMinutes(1));
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/preferences")).Status);
        visitor.App.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(HttpStatusCode.Forbidden, (await visitor.GetAsync("/preferences")).Status);
    }

    [Fact]
    public async Task A_browser_that_keeps_no_cookie_is_told_so()
    {
        await visitor.AddAsync("rosa@example.org", "");
        await visitor.OpenAsync("rosa@example.org");
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/preferences?done=opened")).Status);
        var cookie = visitor.Cookie;

        visitor.Cookie = null;
        var (status, page) = await visitor.GetAsync("/preferences?done=opened");
        Assert.Equal(HttpStatusCode.Forbidden, status);
        Assert.Contains("Allow cookies for this site", page, StringComparison.Ordinal);

        visitor.Cookie = cookie;
        visitor.App.Clock.Advance(WritePreferencesMail.Lifetime);
        Assert.DoesNotContain("cookie", (await visitor.GetAsync("/preferences?done=opened")).Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Closed_preferences_stay_closed_in_every_browser()
    {
        await visitor.AddAsync("rosa@example.org", "");
        await visitor.OpenAsync("rosa@example.org");
        var cookie = visitor.Cookie;

        await visitor.PostAsync("/preferences/close");

        Assert.Contains("expires=Thu, 01 Jan 1970", visitor.Cookie, StringComparison.Ordinal);
        visitor.Cookie = cookie;
        Assert.Equal(HttpStatusCode.Forbidden, (await visitor.GetAsync("/preferences")).Status);
    }

    [Theory]
    [InlineData("/preferences")]
    [InlineData("/preferences/data")]
    [InlineData("/preferences/data.json")]
    [InlineData("/preferences/erase")]
    public async Task Without_open_preferences_there_is_only_the_form_for_a_link(string path)
    {
        var (status, page) = await visitor.GetAsync(path);
        Assert.Equal(HttpStatusCode.Forbidden, status);
        Assert.Contains("Your subscriptions are closed", page, StringComparison.Ordinal);
        Assert.Contains("action=\"/en/preferences\"", page, StringComparison.Ordinal);

        visitor.Cookie = "__Host-preferences=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
        Assert.Equal(HttpStatusCode.Forbidden, (await visitor.GetAsync(path)).Status);
    }

    [Theory]
    [InlineData("cross-site")]
    [InlineData("same-site")]
    public async Task What_another_site_has_the_browser_send_changes_nothing(string site)
    {
        var id = await visitor.AddAsync("rosa@example.org", "", "press");
        await visitor.OpenAsync("rosa@example.org");

        HttpRequestMessage request = new(HttpMethod.Post, "/preferences/erase");
        request.Headers.Add("Sec-Fetch-Site", site);
        Assert.Equal(HttpStatusCode.Forbidden, (await visitor.SendAsync(request)).Status);

        using var contact = await visitor.App.Administrator.ReadAsync($"/api/contacts/{id}");
        await contact.JsonAsync();
        Assert.Null(await visitor.App.Get<Distribution.Operations.Erasure.ErasureStore>().FindAsync(id, Token));
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site", false)]
    [InlineData("Sec-Fetch-Site", "same-site", false)]
    [InlineData("Sec-Fetch-Site", "same-origin", true)]
    [InlineData("Origin", "https://evil.example.com", false)]
    [InlineData("Origin", "http://press.example.org", false)]
    [InlineData("Origin", "null", false)]
    [InlineData("Origin", "https://press.example.org", true)]
    public async Task Another_site_does_not_open_its_own_preferences_in_somebody_s_browser(string header, string value, bool opens)
    {
        await visitor.AddAsync("mallory@example.org", "", "press");
        await visitor.AskAsync("mallory@example.org");
        var link = await visitor.LinkAsync("open");

        HttpRequestMessage request = new(HttpMethod.Post, link);
        request.Headers.Add(header, value);
        var (status, _) = await visitor.SendAsync(request);

        Assert.Equal(opens ? HttpStatusCode.SeeOther : HttpStatusCode.Forbidden, status);
        Assert.Equal(opens, visitor.Cookie is not null);
        // The link is not used up by that: its owner's own button still works.
        if (!opens) Assert.Equal(HttpStatusCode.SeeOther, (await visitor.PostAsync(link)).Status);
    }

    [Fact]
    public async Task The_mail_says_that_a_program_sent_it_and_no_table_holds_its_link()
    {
        await visitor.AddAsync("rosa@example.org", "");
        await visitor.AskAsync("rosa@example.org");
        var secret = (await visitor.LinkAsync("open")).Split('/')[^1];

        Assert.Equal("auto-generated", visitor.Mails[^1].Message.Headers["Auto-Submitted"]);
        Assert.Contains(secret, visitor.Mails[^1].Message.HtmlBody, StringComparison.Ordinal);
        foreach (var table in Distribution.Platform.Storage.Tables.All)
        {
            var rows = visitor.App.Get<Distribution.Platform.Storage.Tables>()[table].QueryAsync<Azure.Data.Tables.TableEntity>(
                cancellationToken: Token);
            Assert.DoesNotContain(
                await rows.ToListAsync(Token),
                row => row.Any(column => column.Value is string text && text.Contains(secret, StringComparison.Ordinal)));
        }
    }
}
