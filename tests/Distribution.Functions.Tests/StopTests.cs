using Distribution.Dispatches.Ledger;
using Distribution.Releases.Drafts;
using Distribution.Testing;
using Distribution.Testing.Functions;
using Distribution.Testing.Servers;
using Distribution.Testing.Smtp;

namespace Distribution.Functions.Tests;

/// <summary>The platform ends a head while it sends.</summary>
public sealed class StopTests(HeadFixture fixture, ITestOutputHelper output)
{
    private const int Recipients = 400;
    private const int GroupSize = 10;
    private const int Connections = 4;

    /// <summary>Sent by when the head is stopped.</summary>
    private const int Before = 100;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_stop_while_mails_are_sent_loses_nobody_and_those_in_flight_have_it_twice_at_most_and_are_marked()
    {
        await using var desk = await OpenAsync();
        Dictionary<string, string?> settings = new(desk.Settings) { ["AzureWebJobsStorage"] = fixture.Azurite.ConnectionString };
        var release = await desk.ScheduleAsync(["press"], TimeProvider.System.GetUtcNow(), Token);

        var inFlight = await StopAsync(desk, settings);
        await FinishAsync(desk, settings, release);

        Assert.InRange(inFlight.Count, 0, GroupSize * Connections);
        KillCheck check = new(desk, inFlight.ToDictionary(mail => mail, _ => 1));
        output.WriteLine($"{inFlight.Count} in flight. {await check.RunAsync(release, Recipients, Token)}");
        check.NoMailIsLeft();
    }

    private async Task<DispatchHost> OpenAsync()
    {
        var desk = await DispatchHost.OpenAsync(
            fixture.Azurite,
            Token,
            ("Dispatch:Lease", "00:00:30"),
            ("Dispatch:GroupSize", $"{GroupSize}"),
            ("Mail:Connections", $"{Connections}"));
        desk.Relay.On(SmtpStep.Message, _ => SmtpAnswer.Say(250, "2.0.0 taken").After(TimeSpan.FromMilliseconds(20)));
        await desk.AddListAsync("press", Token);
        await desk.SubscribeManyAsync("press", Recipients, Token);
        return desk;
    }

    /// <returns>The recipients whose mails were on their way.</returns>
    private static async Task<IReadOnlyList<string>> StopAsync(DispatchHost desk, Dictionary<string, string?> settings)
    {
        var born = TimeProvider.System.GetUtcNow();
        await using var head = await FunctionsHost.StartAsync(FunctionsHost.Head, settings, Token);
        Assert.Null((await head.RunTimerAsync("dispatch", Token)).Failure);
        var sending = new HeadQueues(head, settings).RunUntilAsync(() => Task.FromResult(false), Token);
        await desk.Relay.WaitForMailsAsync(Before, Token);
        await head.SignalAsync("TERM", Token);
        var (code, error) = await head.WaitForEndAsync(Token);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending);
        Assert.Equal((0, ""), (code, error));
        Assert.True(desk.Relay.Mails.Count < Recipients, "It had sent everything before it was stopped.");
        return await KillCheck.FindInFlightAsync(desk, born, Token);
    }

    /// <summary>The next head, whose timers find what nobody sends any more.</summary>
    private static async Task FinishAsync(DispatchHost desk, Dictionary<string, string?> settings, Release release)
    {
        await using var head = await FunctionsHost.StartAsync(FunctionsHost.Head, settings, Token);
        await new HeadQueues(head, settings).RunUntilAsync(
            async () =>
            {
                foreach (var timer in new[] { "dispatch", "sending", "jobs" })
                    Assert.Null((await head.RunTimerAsync(timer, Token)).Failure);
                return await desk.Get<ReleaseStore>().FindMainAsync(release.Id, Token) is { Value.State: ReleaseState.Released }
                    && await desk.DispatchOfAsync(release, Token) is { State: DispatchState.Finished };
            },
            Token);
    }
}
