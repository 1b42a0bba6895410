using System.Text;
using Distribution.Publisher.Offices;
using Distribution.Publisher.Organisations;
using Distribution.Releases.Drafts;
using Distribution.Testing;
using Distribution.Testing.Checkers;

namespace Distribution.Web.Tests.Mail.Rendering;

/// <summary>Mails as a relay received them, before SpamAssassin's local rules.</summary>
public sealed class SpamScoreTests(Azurite azurite)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_release_in_any_language_scores_less_than_one(bool withEverything)
    {
        await using var desk = await DispatchHost.OpenAsync(azurite, Token);
        await desk.AddListAsync("press", Token);
        foreach (var language in new[] { "en", "fr", "es", "ar" })
            await desk.SubscribeAsync("press", $"reader.{language}@example.org", Token, languages: [language]);
        await AddAsync(desk, withEverything);
        await desk.RunAsync(Token);

        Assert.Equal(4, desk.Relay.Mails.Count);
        var mails = desk.Relay.Mails.ToList();
        var found = await SpamAssassin.ScoreAllAsync([.. mails.Select(mail => Encoding.ASCII.GetString(mail.Content.Span))], Token);
        foreach (var (mail, (score, rules)) in mails.Zip(found)) Assert.True(score < 1, $"{mail.Recipient}: {rules}");
    }

    private static async Task AddAsync(DispatchHost desk, bool withEverything)
    {
        var context = withEverything ? StyledSampleData.Context : SampleData.Context;
        var organisations = desk.Get<OrganisationStore>();
        await organisations.ReplaceAsync((await organisations.FindAsync(Token))!, context.Organisation, Token);
        var officers = context.Contacts.Select(contact => contact.Officer).ToList();
        foreach (var officer in officers) await desk.Get<PressOfficerStore>().AddAsync(officer.Id, officer, Token);
        Release release = context.Release with
        {
            PressOfficers = [.. officers.Select(officer => officer.Id)],
            Audience = new() { Lists = ["press"] },
            State = ReleaseState.Scheduled,
            SendAt = desk.Clock.GetUtcNow(),
            ReleasedAt = null,
        };
        await desk.Get<ReleaseStore>().AddAsync(release, context.Translations, [], Token);
        await desk.Get<ReleaseTimeStore>().AddDueAsync(release.Id, desk.Clock.GetUtcNow(), Token);
    }
}
