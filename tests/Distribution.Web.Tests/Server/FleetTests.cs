using Distribution.Mail.Outcomes;
using Distribution.Testing;
using Distribution.Testing.Servers;
using Distribution.Testing.Smtp;

namespace Distribution.Web.Tests.Server;

/// <summary>Several servers, as processes, on one storage.</summary>
public sealed class FleetTests(Azurite azurite) : IAsyncDisposable
{
    private const int Recipients = 5_000;

    private static readonly string[] Names = ["first.example.org", "second.example.org", "third.example.org"];

    private readonly ServerFolder folder = new();
    private readonly CancellationTokenSource patience = new(TimeSpan.FromMinutes(3));

    private CancellationToken Cancellation => patience.Token;

    [Fact]
    public async Task Three_servers_on_one_storage_share_the_work_and_mail_each_of_five_thousand_once()
    {
        await using var desk = await DispatchHost.OpenAsync(
            azurite,
            Cancellation,
            ("DispatchSchedule", "* * * * * *"),
            ("SendingSchedule", "* * * * * *"),
            ("JobSchedule", "* * * * * *"),
            ("Mail:Connections", "4"));
        desk.Relay.On(SmtpStep.Message, _ => SmtpAnswer.Say(250, "2.0.0 taken").After(TimeSpan.FromMilliseconds(10)));
        await desk.AddListAsync("press", Cancellation);
        await desk.SubscribeManyAsync("press", Recipients, Cancellation);
        await using var first = Start(desk, Names[0]);
        await using var second = Start(desk, Names[1]);
        await using var third = Start(desk, Names[2]);
        foreach (var server in (ServerProcess[])[first, second, third]) await server.WaitForLineAsync("Ctrl+C", Cancellation);

        var release = await desk.ScheduleAsync(["press"], TimeProvider.System.GetUtcNow(), Cancellation);
        var dispatch = await desk.WaitUntilFinishedAsync(release, Cancellation);

        Assert.Equal((Recipients, Recipients), (dispatch.Planned, dispatch.Outcomes[OutcomeState.Accepted]));
        Assert.Equal(Recipients, desk.Relay.Mails.Count);
        Assert.Equal(Recipients, desk.Relay.Mails.Select(mail => mail.Recipient).Distinct().Count());
        Assert.All(
            (await desk.OutcomesAsync(dispatch, Cancellation)).Values,
            outcome => Assert.Equal((1, false), (outcome.Attempts, outcome.MaybeTwice)));
        Assert.All(Names, name => Assert.Contains($"EHLO {name}", desk.Relay.Commands));
    }

    public ValueTask DisposeAsync()
    {
        patience.Dispose();
        return folder.DisposeAsync();
    }

    private ServerProcess Start(DispatchHost desk, string name) =>
        folder.Start(desk.Settings.Append(new("Mail:Name", name)), "--urls", "http://127.0.0.1:0");
}
