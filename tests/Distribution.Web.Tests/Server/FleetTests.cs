using Distribution.Dispatches;
using Distribution.Releases;
using Distribution.Testing;
using Distribution.Testing.Servers;
using Distribution.Testing.Smtp;

namespace Distribution.Web.Tests.Server;

/// <summary>Several servers, as processes, on one storage.</summary>
public sealed class FleetTests(Azurite azurite) : IAsyncDisposable
{
    private const int Recipients = 300;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    private readonly ServerFolder folder = new();
    private readonly CancellationTokenSource patience = new(TimeSpan.FromMinutes(3));

    private CancellationToken Cancellation => patience.Token;

    [Fact]
    public async Task Two_servers_on_the_same_storage_mail_nobody_twice()
    {
        await using var desk = await OpenAsync();
        await using var first = Start(desk);
        await using var second = Start(desk);
        var release = await desk.ScheduleAsync(["press"], TimeProvider.System.GetUtcNow(), Cancellation);

        var dispatch = await FinishedAsync(desk, release);

        Assert.Equal(Recipients, dispatch.Outcomes[OutcomeState.Accepted]);
        Assert.Equal(Recipients, desk.Relay.Mails.Count);
        Assert.Equal(Recipients, desk.Relay.Mails.Select(mail => mail.Recipient).Distinct().Count());
    }

    [Fact]
    public async Task After_a_kill_everybody_has_the_mail_and_whoever_has_it_twice_is_marked()
    {
        await using var desk = await OpenAsync(("Dispatch:Lease", "00:00:30"), ("Mail:Connections", "2"));
        desk.Relay.On(SmtpStep.Message, _ => SmtpAnswer.Say(250, "2.0.0 taken").After(TimeSpan.FromMilliseconds(10)));
        var release = await desk.ScheduleAsync(["press"], TimeProvider.System.GetUtcNow(), Cancellation);
        await using (var killed = Start(desk))
        {
            await desk.Relay.WaitForMailsAsync(Recipients / 4, Cancellation);
            killed.Kill();
        }

        await using var next = Start(desk);
        var dispatch = await FinishedAsync(desk, release);

        var outcomes = await desk.OutcomesAsync(dispatch, Cancellation);
        var copies = desk.Relay.Mails.GroupBy(mail => mail.Recipient).ToDictionary(mails => mails.Key, mails => mails.ToList());
        Assert.Equal(Recipients, copies.Count);
        Assert.All(copies, mails => Assert.InRange(mails.Value.Count, 1, 2));
        Assert.All(copies.Values.Where(mails => mails.Count == 2), mails =>
        {
            Assert.True(outcomes[mails[0].Recipient].MaybeTwice);
            Assert.Equal(mails[0].Message.MessageId, mails[1].Message.MessageId);
        });
        Assert.InRange(outcomes.Values.Count(outcome => outcome.MaybeTwice), 1, 2 * 20);
    }

    public ValueTask DisposeAsync()
    {
        patience.Dispose();
        return folder.DisposeAsync();
    }

    private async Task<Newsdesk> OpenAsync(params (string Key, string? Value)[] settings)
    {
        var desk = await Newsdesk.OpenAsync(azurite, Cancellation, [("DispatchSchedule", "* * * * * *"), .. settings]);
        await desk.AddListAsync("press", Cancellation);
        await Task.WhenAll(Enumerable.Range(0, Recipients).Select(number => desk.SubscribeAsync("press", $"r{number}@example.org", Cancellation)));
        return desk;
    }

    private ServerProcess Start(Newsdesk desk) => folder.Start(desk.Settings, "--urls", "http://127.0.0.1:0");

    private async Task<Dispatch> FinishedAsync(Newsdesk desk, Release release)
    {
        while (true)
        {
            var id = Dispatch.IdOf(release.Id, release.Version, DispatchKind.Release);
            if (await desk.Get<DispatchStore>().FindAsync(id, Cancellation) is { Value: { State: DispatchState.Finished } finished }) return finished;
            await Task.Delay(Pause, TimeProvider.System, Cancellation);
        }
    }
}
