using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using Azure.Data.Tables;
using Distribution.Contacts.Contacts;
using Distribution.Dispatches.Ledger;
using Distribution.Mail.Outbox;
using Distribution.Platform.Storage;
using Distribution.Testing;
using Distribution.Testing.Smtp;
using MimeKit;

namespace Distribution.Web.Tests.Mail;

/// <summary>Mail filters, previews and browsers that read ahead open all links, which must change nothing.</summary>
public sealed partial class ScannerTests(EveryMail every) : IClassFixture<EveryMail>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private HttpHost Web => every.House.Web;

    [Fact]
    public async Task Following_every_link_of_every_mail_with_GET_HEAD_and_OPTIONS_changes_nothing_in_the_storage()
    {
        var links = Links();
        foreach (var start in new[] { "/unsubscribe/", "/subscribe/confirm/", "/preferences/open/", "/preferences/address/", "/approvals/",
            "/releases/", "/en/preferences", "/console/sign-in/", "/console/dispatches/" })
            Assert.Contains(links, link => link.StartsWith(start, StringComparison.Ordinal));
        var before = await StorageAsync();

        foreach (var link in links)
        {
            foreach (var method in new[] { HttpMethod.Get, HttpMethod.Head, HttpMethod.Options })
            {
                using var plain = await Web.Anonymous.SendAsync(method, link);
                using var ahead =
                    await Web.Anonymous.SendAsync(method, link, null, ("Sec-Purpose", "prefetch;prerender"), ("Purpose", "prefetch"));
                Assert.True(
                    (int)plain.StatusCode < 500 && plain.StatusCode == ahead.StatusCode,
                    $"{method} {link}: {plain.StatusCode}, {ahead.StatusCode}");
                if (method == HttpMethod.Get) Assert.True(Expected(link).Contains(plain.StatusCode), $"{plain.StatusCode} at {link}");
            }
        }

        Assert.Equal(before, await StorageAsync());
    }

    [Fact]
    public async Task The_comparison_sees_what_a_button_does()
    {
        var before = await StorageAsync();
        using var left =
            await Web.Anonymous.PostAsync(Links().First(link => link.StartsWith("/unsubscribe/", StringComparison.Ordinal)), null, Token);
        Assert.NotEqual(before, await StorageAsync());
    }

    [Fact]
    public void Every_part_of_the_program_that_sends_mail_is_among_these()
    {
        Assert.Equal(
            [
                "ChangeAddress",
                "PostNotice",
                "RequestAddressChange",
                "RequestPreferencesLink",
                "RequestSignIn",
                "SendTest",
                "SendUnsubscribeNotice",
                "StartSignup",
            ],
            Users(typeof(PostMail)).Order());
        Assert.Equal(["NotifyUsers", "NotifyWorkflow"], Users(typeof(Distribution.Mail.Notices.PostNotice)).Order());
        Assert.Equal(
            [DispatchKind.Release, DispatchKind.Rehearsal, DispatchKind.Translation, DispatchKind.Digest], Enum.GetValues<DispatchKind>());
        Assert.Equal(
            [
                "approved",
                "confirmation",
                "digest",
                "finished",
                "left",
                "missed",
                "move",
                "moved",
                "preferences",
                "release",
                "reminder",
                "returned",
                "signIn",
                "stopped",
                "submitted",
                "test",
                "translation",
                "withdrawn"
            ],
            every.Mails.Keys.Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> Users(Type sender) => typeof(Contact).Assembly.GetTypes()
        .Where(type =>
            type.GetConstructors().Any(constructor => constructor.GetParameters().Any(parameter => parameter.ParameterType == sender)))
        .Select(type => type.Name);

    /// <summary>
    /// The organisation's own people sign in first, nobody can leave by a test, and a preview is there as long as its version is.
    /// </summary>
    private static IReadOnlyList<HttpStatusCode> Expected(string link) => link switch
    {
        "/unsubscribe/test" => [HttpStatusCode.NotFound],
        _ when link.StartsWith("/api/", StringComparison.Ordinal) => [HttpStatusCode.Unauthorized],
        _ when link.StartsWith("/console/sign-in/", StringComparison.Ordinal) => [HttpStatusCode.OK],
        _ when link.StartsWith("/console/", StringComparison.Ordinal) => [HttpStatusCode.SeeOther],
        _ when link.StartsWith("/approvals/", StringComparison.Ordinal) => [HttpStatusCode.OK, HttpStatusCode.NotFound],
        _ => [HttpStatusCode.OK],
    };

    /// <summary>The paths of all links to our own host, in text, HTML and headers.</summary>
    private IReadOnlyList<string> Links() =>
        [.. every.Mails.Values.SelectMany(LinksOf).Where(link => link.Host == every.House.PublicHost).Select(link => link.PathAndQuery)
            .Distinct().Order(StringComparer.Ordinal)];

    private static IEnumerable<Uri> LinksOf(ReceivedMail mail)
    {
        var html = new HtmlParser().ParseDocument(mail.Message.HtmlBody ?? "");
        var inHtml = html.QuerySelectorAll("[href], [src]").Select(element => element.GetAttribute("href") ?? element.GetAttribute("src")!);
        var written = string.Join('\n', mail.Message.Headers.Where(header => header.Id != HeaderId.DkimSignature)
            .Select(header => header.Value)
            .Append(mail.Message.TextBody));
        return inHtml.Concat(Address().Matches(written).Select(match => match.Value))
            .Where(link => link.StartsWith("http", StringComparison.Ordinal)).Select(link => new Uri(link));
    }

    /// <summary>Every row, message and blob, with what tells that it was written anew.</summary>
    private async Task<IReadOnlyList<string>> StorageAsync()
    {
        List<string> all = [];
        foreach (var table in Tables.All)
        {
            await foreach (var row in Web.Get<Tables>()[table].QueryAsync<TableEntity>(cancellationToken: Token))
                all.Add($"{table} {row.PartitionKey} {row.RowKey} {row.ETag}");
        }

        foreach (var queue in Queues.All)
        {
            var messages = (await Web.Get<Queues>()[queue].GetPropertiesAsync(Token)).Value.ApproximateMessagesCount;
            all.Add($"{queue} {messages}");
        }

        foreach (var container in Blobs.All)
        {
            await foreach (var blob in Web.Get<Blobs>()[container].GetBlobsAsync(cancellationToken: Token))
                all.Add($"{container} {blob.Name} {blob.Properties.ETag}");
        }

        return all;
    }

    [GeneratedRegex("https?://[^\\s<>\"]+")]
    private static partial Regex Address();
}
