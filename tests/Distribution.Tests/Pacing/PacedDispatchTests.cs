using Distribution.Dispatches;
using Distribution.Storage;
using Distribution.Testing;

namespace Distribution.Tests.Pacing;

public sealed class PacedDispatchTests(Azurite azurite)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task With_a_rate_no_more_mails_go_out_in_a_minute()
    {
        await using var desk = await OpenAsync(recipients: 25);
        await desk.ScheduleAsync(["press"], Cancellation);

        List<int> sent = [];
        for (var minute = 0; minute < 3; minute++)
        {
            await desk.RunTimerAsync(Cancellation);
            await RunDueAsync(desk);
            sent.Add(desk.Relay.Mails.Count);
            desk.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Equal([10, 20, 25], sent);
    }

    [Fact]
    public async Task After_an_outage_there_is_no_burst()
    {
        await using var desk = await OpenAsync(recipients: 30);
        await desk.ScheduleAsync(["press"], Cancellation);
        await desk.RunTimerAsync(Cancellation);

        desk.Clock.Advance(TimeSpan.FromMinutes(30));
        await RunDueAsync(desk);
        Assert.Empty(desk.Relay.Mails);
        await desk.RunTimerAsync(Cancellation);
        await RunDueAsync(desk);

        Assert.Equal(10, desk.Relay.Mails.Count);
    }

    private async Task<Newsdesk> OpenAsync(int recipients)
    {
        var desk = await Newsdesk.OpenAsync(azurite, Cancellation, ("Pace:MailsPerMinute", "10"));
        await desk.AddListAsync("press", Cancellation);
        for (var number = 0; number < recipients; number++) await desk.SubscribeAsync("press", $"r{number}@example.org", Cancellation);
        return desk;
    }

    /// <summary>Storage's own clock cannot be moved, so that messages are not waited for: every batch is offered, and those that are not due decline.</summary>
    private static async Task RunDueAsync(Newsdesk desk)
    {
        await foreach (var dispatch in desk.Get<DispatchStore>().UnfinishedAsync(Cancellation))
        {
            await foreach (var batch in desk.Get<BatchStore>().UnfinishedAsync(dispatch.Value.Id, dispatch.Value.Plan!, Cancellation))
            {
                if (batch.QueuedAt > TableTime.Never) await desk.Get<SendBatch>().RunAsync(batch.Key.ToString(), Cancellation);
            }
        }
    }
}
