using Distribution.Dispatches.Ledger;
using Distribution.Dispatches.Records;
using Distribution.Mail.Outcomes;
using Distribution.Platform.Storage;
using Distribution.Testing;
using Distribution.Testing.Faults;
using Distribution.Testing.Smtp;

namespace Distribution.Tests.Dispatches.Records;

public sealed class ProgressTests(Azurite azurite)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Progress_is_counted_by_outcome_language_and_list()
    {
        await using var desk = await DispatchHost.OpenAsync(azurite, Cancellation);
        await desk.AddListAsync("press", Cancellation);
        await desk.SubscribeAsync("press", "rosa@example.org", Cancellation);
        await desk.SubscribeAsync("press", "gone@example.org", Cancellation);
        await desk.SubscribeAsync("press", "luc@example.org", Cancellation, languages: "fr");
        desk.Relay.On(
            SmtpStep.Recipient,
            exchange => exchange.Recipient == "gone@example.org" ? SmtpAnswer.Say(550, "5.1.1 no such user") : null);
        var release = await desk.ScheduleAsync(["press"], Cancellation, "en", "fr");
        await desk.RunTimerAsync(Cancellation);
        var begun = await TotalsAsync();
        await desk.RunAsync(Cancellation);
        var ended = await TotalsAsync();

        Assert.Equal(3, begun.Outcomes[OutcomeState.Planned]);
        Assert.Equal([new("press", "en", 2, 0), new("press", "fr", 1, 0)], begun.Lines);
        Assert.Equal((2, 1), (ended.Outcomes[OutcomeState.Accepted], ended.Outcomes[OutcomeState.Refused]));
        Assert.Equal([new("press", "en", 2, 1), new("press", "fr", 1, 1)], ended.Lines);
        Assert.Equal((1, 1), (ended.Languages["en"][OutcomeState.Refused], ended.Languages["fr"][OutcomeState.Accepted]));

        async Task<DispatchTotals> TotalsAsync() =>
            await desk.Get<ReadDispatchTotals>().RunAsync(await desk.DispatchOfAsync(release, Cancellation), Cancellation);
    }

    [Fact]
    public async Task Progress_of_two_thousand_batches_costs_three_requests()
    {
        await using var proxy = await StorageProxy.StartAsync(azurite, Cancellation);
        await using var desk = await DispatchHost.OpenAsync(azurite, Cancellation, proxy.Setting);
        var now = desk.Clock.GetUtcNow();
        Dispatch sending = new()
        {
            Id = "d",
            Release = "r",
            Version = 1,
            Kind = DispatchKind.Release,
            State = DispatchState.Sending,
            Plan = "p",
            Lists = ["press"],
            CreatedAt = now
        };
        await desk.Get<DispatchStore>().AddAsync(sending, Cancellation);
        foreach (var rows in Enumerable.Range(0, 2_000).Chunk(100))
        {
            await desk.Get<BatchStore>().AddAsync(rows.Select(Batch), Cancellation);
        }

        proxy.CountAnew();
        var dispatch = await desk.Get<DispatchStore>().FindAsync("d", Cancellation);
        var totals = await desk.Get<ReadDispatchTotals>().RunAsync(dispatch!.Value, Cancellation);

        Assert.Equal(2_000, totals.Outcomes[OutcomeState.Planned]);
        Assert.Equal((1, 2), (proxy.Counts[$"GET {Tables.Dispatches}"], proxy.Counts[$"GET {Tables.Batches}"]));

        Batch Batch(int number) => new()
        {
            Key = new("d", "p", $"0.{number:D4}"),
            Recipients = [new($"{number:D4}", "a@example.org", "A", "en", ["en"], [0])],
            Outcomes = [Outcome.Planned],
            Due = now,
            QueuedAt = now,
        };
    }
}
