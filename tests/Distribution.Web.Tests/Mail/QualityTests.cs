using System.Text;
using Distribution.Testing.Checkers;

namespace Distribution.Web.Tests.Mail;

/// <summary>The verdicts of others' programs on every kind of mail, as a relay received it.</summary>
public sealed class QualityTests(EveryMail every) : IClassFixture<EveryMail>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_HTML_of_every_mail_passes_the_Nu_checker()
    {
        var pages = every.Mails.Where(mail => mail.Value.Message.HtmlBody is not null)
            .ToDictionary(mail => mail.Key, mail => mail.Value.Message.HtmlBody!);
        Assert.InRange(pages.Count, 9, every.Mails.Count);
        var found = await NuChecker.FindAsync(pages, Token);
        Assert.True(found.Count == 0, string.Join('\n', found));
    }

    [Fact]
    public async Task No_mail_looks_like_spam()
    {
        var found =
            await SpamAssassin.ScoreAllAsync([.. every.Mails.Values.Select(mail => Encoding.ASCII.GetString(mail.Content.Span))], Token);
        foreach (var (kind, (score, rules)) in every.Mails.Keys.Zip(found)) Assert.True(score < 1, $"{kind}: {score} by {rules}");
    }
}
