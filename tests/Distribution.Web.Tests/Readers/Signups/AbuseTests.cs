using System.Net;
using Distribution.Audiences.MediaLists;
using Distribution.Mail.Outbox;
using Distribution.Platform.Security;
using Distribution.Platform.Storage;
using Distribution.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Distribution.Web.Tests.Readers.Signups;

/// <summary>The public forms withstand programs that post, names that are headers, and forged links.</summary>
public sealed class AbuseTests(Azurite azurite) : IAsyncLifetime
{
    private FullHost house = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        house = await FullHost.OpenAsync(azurite, Token);
        await house.Dispatch.Get<MediaListStore>()
            .AddAsync("press", new() { Id = "press", Names = new([new("en", "Press")]), Public = true }, Token);
    }

    public ValueTask DisposeAsync() => house.DisposeAsync();

    [Fact]
    public async Task Ten_thousand_posts_from_one_network_to_two_instances_send_no_more_mails_than_the_limit()
    {
        await using var other = await HttpHost.StartAsync(
            azurite,
            Token,
            house.Dispatch.Settings,
            services => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(house.Dispatch.Clock)));
        var answers = new int[600];

        await Parallel.ForAsync(
            0, 10_000, new ParallelOptions { MaxDegreeOfParallelism = 16, CancellationToken = Token }, async (number, token) =>
            {
                using var answer = await (number % 2 == 0 ? house.Web : other).Anonymous.PostAsync(
                    "/en/subscribe", Form(("address", $"bot{number}@example.org"), ("lists", "press")), token);
                Interlocked.Increment(ref answers[(int)answer.StatusCode]);
            });

        Assert.Equal((30, 9_970), (answers[(int)HttpStatusCode.SeeOther], answers[(int)HttpStatusCode.TooManyRequests]));
        Assert.Equal(30, await house.Dispatch.Get<OutboxStore>().AllAsync(Token).CountAsync(Token));
        Assert.Equal(30, await RowsAsync(Tables.Tokens));
        Assert.InRange(await RowsAsync(Tables.Limits), 1, 100);
        Assert.Equal(0, await RowsAsync(Tables.Contacts) + await RowsAsync(Tables.Subscriptions));
        Assert.Equal(30, (await house.SendAsync(Token)).Count);
    }

    [Theory]
    [InlineData("\r\nBcc: everyone@example.org\r\n\r\nbuy this")]
    [InlineData("\nBcc: everyone@example.org")]
    [InlineData("Rosa\u2028Bcc: everyone@example.org")]
    [InlineData("=?utf-8?q?=0d=0aBcc:_everyone@example.org?=")]
    [InlineData("\"Rosa\" <everyone@example.org>,")]
    [InlineData("<script>alert(1)</script><a href=https://evil.example.com>win</a>")]
    public async Task What_is_typed_as_a_name_reaches_no_confirmation_and_becomes_no_header_of_a_later_mail(string evil)
    {
        using var asked = await house.Web.Anonymous.PostAsync(
            "/en/subscribe", Form(("address", "rosa@example.org"), ("name", evil), ("outlet", evil), ("lists", "press")), Token);
        var sent = await house.SendAsync(Token);
        if (asked.StatusCode == HttpStatusCode.UnprocessableEntity)
        {
            Assert.Empty(sent);
            return;
        }

        var confirmation = Assert.Single(sent);
        var raw = System.Text.Encoding.ASCII.GetString(confirmation.Content.Span);
        foreach (var word in new[] { "everyone", "evil", "<script", "Rosa" }) Assert.DoesNotContain(word, raw, StringComparison.Ordinal);
        using var confirmed = await house.Web.Anonymous.PostFormAsync(PathIn(confirmation.Message.TextBody!, "/subscribe/confirm/"));
        Assert.Equal(HttpStatusCode.OK, confirmed.StatusCode);
        house.Dispatch.Clock.Advance(TimeSpan.FromMinutes(10));
        await house.Dispatch.ScheduleAsync(["press"], Token);

        var release = Assert.Single(await house.SendAsync(Token)).Message;

        Assert.Equal(["rosa@example.org"], release.To.Mailboxes.Select(mailbox => mailbox.Address));
        Assert.Empty(release.Bcc);
        Assert.DoesNotContain("everyone", release.HtmlBody + release.TextBody, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", release.HtmlBody, StringComparison.Ordinal);
    }

    /// <summary>RFC 5321, sections 4.1.2 and 4.5.3.1; RFC 6531 for letters of all scripts.</summary>
    [Theory]
    [InlineData("rosa+news@example.org", true)]
    [InlineData("o'brien@example.org", true)]
    [InlineData("\"rosa nunez\"@example.org", false)]
    [InlineData("用户@例子.example", true)]
    [InlineData("rosa@münchen.example", true)]
    [InlineData("rosa@xn--mnchen-3ya.example", true)]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa@example.org", true)]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa@example.org", false)]
    [InlineData("rosa@[192.0.2.1]", false)]
    [InlineData("rosa@example", false)]
    [InlineData("rosa@example.org, everyone@example.org", false)]
    [InlineData("Rosa <rosa@example.org>", false)]
    [InlineData("rosa@@example.org", false)]
    [InlineData("", false)]
    public async Task Addresses_in_every_form_are_taken_or_refused_with_a_reason(string address, bool isTaken)
    {
        using var answer = await house.Web.Anonymous.PostAsync("/en/subscribe", Form(("address", address), ("lists", "press")), Token);

        Assert.Equal(isTaken ? HttpStatusCode.SeeOther : HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        if (!isTaken) Assert.Contains("href=\"#address\"", await answer.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
    }

    public static TheoryData<string, string> Routes => new()
    {
        { "GET", "/unsubscribe/" }, { "POST", "/unsubscribe/" }, { "POST", "/unsubscribe//keep" }, { "GET", "/approvals/" },
        { "GET", "/subscribe/confirm/" }, { "POST", "/subscribe/confirm/" },
        { "GET", "/preferences/open/" }, { "POST", "/preferences/open/" }, { "GET", "/preferences/address/" },
        { "POST", "/preferences/address/" },
    };

    [Theory, MemberData(nameof(Routes))]
    public async Task Tokens_that_are_forged_cut_short_or_for_another_door_open_nothing(string method, string door)
    {
        const string Id = "0123456789abcdef0123456789abcdef";
        var tokens = house.Dispatch.Get<LinkTokens>();
        var others = Enum.GetValues<LinkPurpose>().Select(purpose => tokens.Sign(purpose, Id, Id)).ToList();
        string[] wrong =
        [
            .. door.StartsWith("/unsubscribe", StringComparison.Ordinal) ? [tokens.Sign(LinkPurpose.Approval, Id, Id)] : others,
            others[0][..^1],
            others[0][..20],
            new string('A', 96),
            "..%2f..",
            "x",
            new string('a', 4_000)
        ];

        foreach (var token in wrong)
        {
            var path = door.EndsWith("//keep", StringComparison.Ordinal) ? $"/unsubscribe/{token}/keep" : door + token;
            using var request = new HttpRequestMessage(new(method), path) { Content = method == "POST" ? Form(("choice", "undo")) : null };
            using var answer = await house.Web.Anonymous.SendAsync(request, Token);
            Assert.True(
                answer.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Gone or HttpStatusCode.BadRequest,
                $"{answer.StatusCode} for {path}");
            Assert.False(answer.Headers.Contains("Set-Cookie"));
        }

        Assert.Equal(0, await RowsAsync(Tables.Contacts)
            + await RowsAsync(Tables.Subscriptions)
            + await RowsAsync(Tables.SendExclusions)
            + await RowsAsync(Tables.Jobs));
    }

    private static FormUrlEncodedContent Form(params (string Name, string Value)[] fields) =>
        new(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));

    private async Task<int> RowsAsync(string table) =>
        await house.Dispatch.Get<Tables>()[table].QueryAsync<Azure.Data.Tables.TableEntity>(select: ["RowKey"], cancellationToken: Token)
            .CountAsync(Token);

    private static string PathIn(string text, string start) =>
        text.Split((char[]?)null).Where(word => word.StartsWith("https://", StringComparison.Ordinal))
            .Select(word => new Uri(word).AbsolutePath).First(path => path.StartsWith(start, StringComparison.Ordinal));
}
