using Distribution.Dispatches.Ledger;
using Distribution.Dispatches.Planning;
using Distribution.Platform.Storage;
using Distribution.Testing;

namespace Distribution.Tests.Dispatches.Planning;

/// <summary>A release that is sent at once has a message, and the timer finds what that leaves.</summary>
public sealed class StartReleaseTests(Azurite azurite)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_message_sends_a_due_release_without_the_timer()
    {
        await using var desk = await OpenAsync();
        var release = await desk.ScheduleAsync(["press"], Cancellation);

        await desk.Get<Queues>().SendAsync(Queues.Releases, release.Id, TimeSpan.Zero, Cancellation);
        await desk.RunQueuesAsync(Cancellation);

        Assert.Equal(3, desk.Relay.Mails.Count);
        Assert.Equal(DispatchState.Finished, (await desk.DispatchOfAsync(release, Cancellation)).State);
    }

    [Fact]
    public async Task A_message_of_a_release_that_is_not_due_sends_nothing()
    {
        await using var desk = await OpenAsync();
        var release = await desk.ScheduleAsync(["press"], desk.Clock.GetUtcNow().AddSeconds(1), Cancellation);

        await desk.Get<StartRelease>().RunAsync(release.Id, Cancellation);
        await desk.RunQueuesAsync(Cancellation);

        Assert.Empty(desk.Relay.Mails);
    }

    [Fact]
    public async Task Messages_and_timers_of_two_instances_at_once_send_each_mail_once()
    {
        await using var desk = await OpenAsync();
        await using var other = desk.Another();
        var release = await desk.ScheduleAsync(["press"], Cancellation);

        await Task.WhenAll(
            desk.Get<StartRelease>().RunAsync(release.Id, Cancellation),
            other.Get<StartRelease>().RunAsync(release.Id, Cancellation),
            desk.RunTimerAsync(Cancellation),
            other.RunTimerAsync(Cancellation));
        await Task.WhenAll(desk.RunQueuesAsync(Cancellation), other.RunQueuesAsync(Cancellation));
        await desk.Get<StartRelease>().RunAsync(release.Id, Cancellation);
        await desk.RunAsync(Cancellation);

        Assert.Equal(["r0@example.org", "r1@example.org", "r2@example.org"], desk.Relay.Mails.Select(mail => mail.Recipient).Order());
    }

    private async Task<DispatchHost> OpenAsync()
    {
        var desk = await DispatchHost.OpenAsync(azurite, Cancellation);
        await desk.AddListAsync("press", Cancellation);
        await desk.SubscribeManyAsync("press", 3, Cancellation);
        return desk;
    }
}
