using Distribution.Dispatches.Previews;
using Distribution.Releases.Drafts;
using Distribution.Testing;

namespace Distribution.Tests.Dispatches.Previews;

public sealed class SendTestTests(Azurite azurite)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_test_that_a_crash_cut_short_is_sent_once_however_often_it_is_asked_for_under_its_id()
    {
        await using var desk = await DispatchHost.OpenAsync(azurite, Cancellation);
        await desk.AddListAsync("press", Cancellation);
        var release = await desk.ScheduleAsync(["press"], Cancellation, "en", "fr");
        var document = (await desk.Get<ReleaseStore>().FindAsync(release.Id, Cancellation))!;

        foreach (var languages in new[] { ["en"], document.Languages })
            Assert.IsType<SendTestResult.Sent>(await desk.Get<SendTest>().RunAsync(document, Test(languages), "0a", Cancellation));
        await desk.RunQueuesAsync(Cancellation);

        Assert.Equal(
            ["[Essai] Headline in fr", "[Test] Headline in en"],
            desk.Relay.Mails.Select(mail => mail.Message.Subject).Order(StringComparer.Ordinal));
    }

    private static TestInput Test(IReadOnlyList<string> languages) =>
        new() { PressOfficers = [DispatchHost.PressOfficer], Languages = languages };
}
