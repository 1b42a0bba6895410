using Distribution.Dispatches.Ledger;
using Distribution.Mail.Outcomes;
using Distribution.Readers.Preferences;
using Distribution.Testing;

namespace Distribution.Tests.Readers.Preferences;

/// <summary>Why somebody got a mail, out of the ledgers.</summary>
public sealed class ReadReceivedTests(Azurite azurite)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_mail_is_told_with_its_headline_its_lists_and_what_became_of_it_newest_first()
    {
        await using var desk = await DispatchHost.OpenAsync(azurite, Cancellation);
        await desk.AddListAsync("press", Cancellation);
        await desk.AddListAsync("radio", Cancellation);
        var rosa = await desk.SubscribeAsync("press", "rosa@example.org", Cancellation);
        await desk.SubscribeAsync("radio", "rosa@example.org", Cancellation);
        var li = await desk.SubscribeAsync("radio", "li@example.org", Cancellation);
        await desk.ScheduleAsync(["press", "radio"], Cancellation, "en");
        await desk.RunAsync(Cancellation);
        desk.Clock.Advance(TimeSpan.FromHours(1));
        var second = await desk.ScheduleAsync(["press"], Cancellation, "en");
        await desk.RunAsync(Cancellation);

        var hers = await desk.Get<ReadReceived>().RunAsync(rosa, most: null, Cancellation);
        var his = await desk.Get<ReadReceived>().RunAsync(li, most: null, Cancellation);
        var latest = await desk.Get<ReadReceived>().RunAsync(rosa, most: 1, Cancellation);

        Assert.Equal(2, hers.Count);
        Assert.Equal(Dispatch.IdOf(second.Id, 1, DispatchKind.Release), hers[0].Dispatch);
        Assert.Equal(["press", "radio"], hers[1].Lists.Order());
        Assert.All(hers, mail => Assert.Equal(
            ("Headline in en", OutcomeState.Accepted, "rosa@example.org"), (mail.Headlines.Single(), mail.Outcome, mail.Address)));
        Assert.Equal(["radio"], Assert.Single(his).Lists);
        Assert.Equal(hers[0].Dispatch, Assert.Single(latest).Dispatch);
    }
}
