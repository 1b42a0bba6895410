using Distribution.Releases.Drafts;
using Distribution.Testing;
using Distribution.Testing.Servers;
using Distribution.Testing.Smtp;

namespace Distribution.Web.Tests.Server;

/// <summary>
/// The server, as a process, is killed again and again while it sends; the storage and the relay stand outside and live on.
/// Random choices follow from a seed, which is printed when the test fails and can be set by <c>KILL_SEED</c>.
/// </summary>
public sealed class KillTests(Azurite azurite, ITestOutputHelper output) : IAsyncDisposable
{
    private const int Recipients = 2_000;
    private const int Connections = 4;
    private const int GroupSize = 20;

    /// <summary>Few enough for a dispatch to have batches left that no dead run still keeps.</summary>
    private const int KillsPerDispatch = 5;

    private readonly ServerFolder folder = new();
    private readonly CancellationTokenSource patience = new(TimeSpan.FromMinutes(15));

    private CancellationToken Cancellation => patience.Token;

    [Fact]
    public Task Five_kills_lose_nobody_and_whoever_has_the_mail_twice_is_marked() => KillAsync(5);

    [Fact(Explicit = true)]
    public Task Forty_kills_lose_nobody_and_whoever_has_the_mail_twice_is_marked() => KillAsync(40);

    public ValueTask DisposeAsync()
    {
        patience.Dispose();
        return folder.DisposeAsync();
    }

    private async Task KillAsync(int kills)
    {
        var seed = int.TryParse(Environment.GetEnvironmentVariable("KILL_SEED"), out var given) ? given : Random.Shared.Next();
        output.WriteLine($"KILL_SEED={seed}");
        await using var desk = await OpenAsync();
        KillRun run = new(desk, new(seed), () => folder.Start(desk.Settings, "--urls", "http://127.0.0.1:0"), output.WriteLine);
        List<Release> releases = [];
        for (var kill = 0; kill < kills; kill++)
        {
            if (kill % KillsPerDispatch == 0)
                releases.Add(await desk.ScheduleAsync(["press"], TimeProvider.System.GetUtcNow(), Cancellation));
            Assert.InRange(await run.KillAsync(Cancellation), 0, GroupSize * Connections);
        }

        await run.FinishAsync(releases, Cancellation);
        KillCheck check = new(desk, run.InFlight);
        foreach (var release in releases) output.WriteLine(await check.RunAsync(release, Recipients, Cancellation));
        check.NoMailIsLeft();
    }

    private async Task<DispatchHost> OpenAsync()
    {
        var desk = await DispatchHost.OpenAsync(
            azurite,
            Cancellation,
            ("DispatchSchedule", "* * * * * *"),
            ("SendingSchedule", "* * * * * *"),
            ("JobSchedule", "* * * * * *"),
            ("Dispatch:Lease", "00:00:30"),
            ("Dispatch:GroupSize", $"{GroupSize}"),
            ("Mail:Connections", $"{Connections}"));
        desk.Relay.On(SmtpStep.Message, _ => SmtpAnswer.Say(250, "2.0.0 taken").After(TimeSpan.FromMilliseconds(10)));
        await desk.AddListAsync("press", Cancellation);
        await desk.SubscribeManyAsync("press", Recipients, Cancellation);
        return desk;
    }
}
