using Distribution.Releases.Drafts;
using Distribution.Testing;
using Distribution.Testing.Servers;

namespace Distribution.Web.Tests.Server;

/// <summary>Starts a server, kills it at a random moment, and looks into the ledger who was in flight.</summary>
internal sealed class KillRun(DispatchHost desk, Random random, Func<ServerProcess> start, Action<string> say)
{
    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan LongestWork = TimeSpan.FromSeconds(1);

    private readonly Dictionary<string, int> inFlight = [];

    /// <summary>At how many kills a mail was on its way, by Message-ID.</summary>
    public IReadOnlyDictionary<string, int> InFlight => inFlight;

    /// <summary>One life of the server.</summary>
    /// <returns>How many mails were on their way at its end.</returns>
    public async Task<int> KillAsync(CancellationToken cancellationToken)
    {
        var born = TimeProvider.System.GetUtcNow();
        var before = desk.Relay.Mails.Count;
        await using (var server = start())
        {
            await MomentAsync(before, cancellationToken);
            server.Kill();
            await server.WaitForEndAsync(cancellationToken);
        }

        var found = await KillCheck.FindInFlightAsync(desk, born, cancellationToken);
        foreach (var mail in found) inFlight[mail] = inFlight.GetValueOrDefault(mail) + 1;
        var age = TimeProvider.System.GetUtcNow() - born;
        say($"Killed after {age.TotalSeconds:F1} s and {desk.Relay.Mails.Count - before} mails, {found.Count} in flight.");
        return found.Count;
    }

    /// <summary>A last server that lives to see the end.</summary>
    public async Task FinishAsync(IEnumerable<Release> releases, CancellationToken cancellationToken)
    {
        await using var server = start();
        foreach (var release in releases) await desk.WaitUntilFinishedAsync(release, cancellationToken);
    }

    /// <summary>Mostly some time after its first mail, and now and then while it starts and plans.</summary>
    private async Task MomentAsync(int before, CancellationToken cancellationToken)
    {
        var isWorking = random.Next(4) > 0;
        if (isWorking) await desk.Relay.WaitForMailsAsync(before + 1, cancellationToken);
        await Task.Delay((isWorking ? LongestWork : LongestStart) * random.NextDouble(), TimeProvider.System, cancellationToken);
    }
}
