using Azure;
using Distribution.Dispatches.Ledger;
using Distribution.Dispatches.Planning;
using Distribution.Dispatches.Records;
using Distribution.Dispatches.Sending;
using Distribution.Mail.Outcomes;
using Distribution.Releases.Drafts;
using Distribution.Testing;

namespace Distribution.Tests.Dispatches.Sending;

/// <summary>A run that died, or lost its batch, at each of its steps.</summary>
public sealed class CrashTests(Azurite azurite)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_run_that_died_leaves_its_batch_to_the_next_which_marks_those_in_flight()
    {
        await using var desk = await OpenAsync(recipients: 3);
        var (dispatch, key) = await PlanAsync(desk);
        var dead = await RunOfAsync(desk, key);
        Assert.True(await dead.HandOverAsync([0, 1]));
        dead.Record(0, dead.Outcomes[0] with { State = OutcomeState.Accepted });

        await desk.RunAsync(Cancellation);
        Assert.Empty(desk.Relay.Mails);
        desk.Clock.Advance(TimeSpan.FromSeconds(61));
        await desk.RunAsync(Cancellation);

        Assert.Equal(3, desk.Relay.Mails.Count);
        var outcomes = (await BatchAsync(desk, key)).Batch.Outcomes;
        Assert.All(outcomes, outcome => Assert.Equal(OutcomeState.Accepted, outcome.State));
        Assert.Equal([true, true, false], outcomes.Select(outcome => outcome.MaybeTwice));
        Assert.Equal([2, 2, 1], outcomes.Select(outcome => outcome.Attempts));
        Assert.Equal(DispatchState.Finished, (await desk.DispatchOfAsync(dispatch, Cancellation)).State);
    }

    [Fact]
    public async Task A_recipient_in_flight_at_two_crashes_waits_for_a_user()
    {
        await using var desk = await OpenAsync(recipients: 1);
        var (dispatch, key) = await PlanAsync(desk);
        for (var crash = 0; crash < 2; crash++)
        {
            Assert.True(await (await RunOfAsync(desk, key)).HandOverAsync([0]));
            desk.Clock.Advance(TimeSpan.FromSeconds(61));
        }

        await desk.RunAsync(Cancellation);

        Assert.Empty(desk.Relay.Mails);
        Assert.Equal(OutcomeState.Held, (await BatchAsync(desk, key)).Batch.Outcomes[0].State);
        Assert.Equal(1, (await desk.DispatchOfAsync(dispatch, Cancellation)).Outcomes[OutcomeState.Held]);
    }

    [Fact]
    public async Task Whose_mail_was_not_begun_is_as_before_also_when_another_group_followed()
    {
        await using var desk = await OpenAsync(recipients: 3);
        var (_, key) = await PlanAsync(desk);
        var run = await RunOfAsync(desk, key);

        Assert.True(await run.HandOverAsync([0]));
        Assert.True(await run.HandOverAsync([1, 2]));
        Assert.True(run.Begin(1));
        run.Record(1, run.Outcomes[1] with { State = OutcomeState.Accepted });
        Assert.True(await run.HandBackAsync(desk.Clock.GetUtcNow(), queued: false, away: null));

        var outcomes = (await BatchAsync(desk, key)).Batch.Outcomes;
        Assert.Equal([OutcomeState.Planned, OutcomeState.Accepted, OutcomeState.Planned], outcomes.Select(outcome => outcome.State));
    }

    [Fact]
    public async Task A_mail_that_cannot_be_written_was_never_handed_over()
    {
        await using var desk = await OpenAsync(recipients: 1);
        var (_, key) = await PlanAsync(desk);
        var run = await RunOfAsync(desk, key);

        Assert.True(await run.HandOverAsync([0]));
        Assert.True(run.Begin(0));
        run.Fail(0, "No header can hold it.");
        Assert.True(await run.HandBackAsync(desk.Clock.GetUtcNow(), queued: false, away: null));

        var outcome = Assert.Single((await BatchAsync(desk, key)).Batch.Outcomes);
        Assert.Equal((OutcomeState.Failed, 0, "No header can hold it."), (outcome.State, outcome.Attempts, outcome.Words));
    }

    [Fact]
    public async Task Of_two_runs_that_want_a_batch_one_gets_it()
    {
        await using var desk = await OpenAsync(recipients: 2);
        var (_, key) = await PlanAsync(desk);
        var first = await RunOfAsync(desk, key);
        var second = await RunOfAsync(desk, key);

        Assert.True(await first.HandOverAsync([0, 1]));
        Assert.False(await second.HandOverAsync([0, 1]));
        Assert.True(second.IsLost);
        Assert.True(await first.RenewAsync());
    }

    [Fact]
    public async Task What_a_server_told_a_run_that_lost_its_batch_is_not_lost()
    {
        await using var desk = await OpenAsync(recipients: 2);
        var (_, key) = await PlanAsync(desk);
        var slow = await RunOfAsync(desk, key);
        Assert.True(await slow.HandOverAsync([0]));
        desk.Clock.Advance(TimeSpan.FromSeconds(61));
        var next = await RunOfAsync(desk, key);
        Assert.Equal(OutcomeState.Uncertain, next.Outcomes[0].State);
        Assert.True(await next.HandOverAsync([1]));

        slow.Record(0, slow.Outcomes[0] with { State = OutcomeState.Accepted, Words = "late, but accepted" });
        Assert.False(await slow.HandBackAsync(desk.Clock.GetUtcNow(), queued: false, away: null));
        Assert.True(await next.RenewAsync());

        Assert.Equal((OutcomeState.Accepted, "late, but accepted", true),
            (next.Outcomes[0].State, next.Outcomes[0].Words, next.Outcomes[0].MaybeTwice));
        Assert.False(slow.IsDone);
        Assert.True((await BatchAsync(desk, key)).Batch.IsLeased(desk.Clock.GetUtcNow()));
    }

    [Fact]
    public async Task A_run_that_lost_its_batch_leaves_its_answers_and_not_its_intentions()
    {
        await using var desk = await OpenAsync(recipients: 3);
        var (_, key) = await PlanAsync(desk);
        var slow = await RunOfAsync(desk, key);
        Assert.True(await slow.HandOverAsync([0]));
        desk.Clock.Advance(TimeSpan.FromSeconds(61));
        var next = await RunOfAsync(desk, key);
        Assert.True(await next.HandOverAsync([0]));

        slow.Record(0, slow.Outcomes[0] with { State = OutcomeState.Accepted });
        Assert.False(await slow.HandOverAsync([1, 2]));
        OutcomeState[] told = [OutcomeState.Accepted, OutcomeState.Planned, OutcomeState.Planned];
        Assert.Equal(told, (await BatchAsync(desk, key)).Batch.Outcomes.Select(outcome => outcome.State));
        Assert.True(await next.RenewAsync());

        Assert.Equal(told, next.Outcomes.Select(outcome => outcome.State));
        Assert.False(next.Begin(0));
    }

    [Fact]
    public async Task An_answer_that_comes_after_the_batch_was_lost_is_left_too()
    {
        await using var desk = await OpenAsync(recipients: 1);
        var (_, key) = await PlanAsync(desk);
        var slow = await RunOfAsync(desk, key);
        Assert.True(await slow.HandOverAsync([0]));
        desk.Clock.Advance(TimeSpan.FromSeconds(61));
        var next = await RunOfAsync(desk, key);
        Assert.True(await next.HandOverAsync([0]));
        Assert.False(await slow.RenewAsync());

        slow.Record(0, slow.Outcomes[0] with { State = OutcomeState.Accepted });
        Assert.False(await slow.HandBackAsync(desk.Clock.GetUtcNow(), queued: false, away: null));

        Assert.Equal(OutcomeState.Accepted, (await BatchAsync(desk, key)).Batch.Outcomes[0].State);
    }

    [Fact]
    public async Task An_answer_that_comes_after_the_finish_renews_counts_and_hash()
    {
        await using var desk = await OpenAsync(recipients: 1);
        var (release, key) = await PlanAsync(desk);
        Assert.True(await (await RunOfAsync(desk, key)).HandOverAsync([0]));
        desk.Clock.Advance(TimeSpan.FromSeconds(61));
        var slow = await RunOfAsync(desk, key);
        Assert.True(await slow.HandOverAsync([0]));
        desk.Clock.Advance(TimeSpan.FromSeconds(61));
        await desk.RunAsync(Cancellation);
        var finished = await desk.DispatchOfAsync(release, Cancellation);
        Assert.Equal(1, finished.Outcomes[OutcomeState.Held]);

        slow.Record(0, slow.Outcomes[0] with { State = OutcomeState.Accepted, Code = 250 });
        Assert.False(await slow.HandBackAsync(desk.Clock.GetUtcNow(), queued: false, away: null));
        await desk.RunTimerAsync(Cancellation);

        var renewed = await desk.DispatchOfAsync(release, Cancellation);
        var record = await FinalRecord.ReadAsync(desk.Get<BatchStore>().AllAsync(key.Dispatch, key.Plan, Cancellation), Cancellation);
        Assert.Equal((0, 1), (renewed.Outcomes[OutcomeState.Held], renewed.Outcomes[OutcomeState.Accepted]));
        Assert.NotEqual(finished.RecordHash, renewed.RecordHash);
        Assert.Equal((record.Hash, finished.FinishedAt), (renewed.RecordHash, renewed.FinishedAt));
        Assert.Equal(record.Hash, (await desk.Get<ReleaseStore>().FindMainAsync(release.Id, Cancellation))!.Value.RecordHashes[renewed.Id]);
        Assert.Null(await desk.Get<DispatchStore>().FindUnfinishedAsync(renewed.Id, Cancellation));
    }

    [Fact]
    public async Task A_plan_that_was_not_sealed_is_never_sent()
    {
        await using var desk = await OpenAsync(recipients: 2);
        var release = await desk.ScheduleAsync(["press"], Cancellation);
        Dispatch half = new()
        {
            Id = Dispatch.IdOf(release.Id, release.Version, DispatchKind.Release),
            Release = release.Id,
            Version = release.Version,
            Kind = DispatchKind.Release,
            CreatedAt = desk.Clock.GetUtcNow(),
        };
        await desk.Get<DispatchStore>().AddAsync(half, Cancellation);
        BatchBuilder builder = new(half.Id, "halfplan", Batch.MostRecipients, desk.Clock.GetUtcNow());
        builder.Add(new("0a", "half@example.org", "Half", "en", ["en"], [0]));
        await desk.Get<BatchStore>().AddAsync([builder.Close()!], Cancellation);

        await desk.Get<SendBatch>().RunAsync($"{half.Id}|halfplan|0.0a", Cancellation);
        await desk.RunAsync(Cancellation);

        Assert.Equal(["r0@example.org", "r1@example.org"], desk.Relay.Mails.Select(mail => mail.Recipient).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_timer_that_died_after_making_the_release_public_is_followed_by_one_that_plans_it()
    {
        await using var desk = await OpenAsync(recipients: 2);
        var release = await desk.ScheduleAsync(["press"], Cancellation);
        var releases = desk.Get<ReleaseStore>();
        var row = (await releases.FindMainAsync(release.Id, Cancellation))!;
        await releases.ReplaceAsync(row, row.Value with { State = ReleaseState.Dispatching }, Cancellation);

        await desk.RunAsync(Cancellation);

        Assert.Equal(2, desk.Relay.Mails.Count);
        Assert.Equal(ReleaseState.Released, (await releases.FindMainAsync(release.Id, Cancellation))!.Value.State);
    }

    private async Task<DispatchHost> OpenAsync(int recipients)
    {
        var desk = await DispatchHost.OpenAsync(azurite, Cancellation);
        await desk.AddListAsync("press", Cancellation);
        for (var number = 0; number < recipients; number++) await desk.SubscribeAsync("press", $"r{number}@example.org", Cancellation);
        return desk;
    }

    private static async Task<(Release Release, BatchKey Key)> PlanAsync(DispatchHost desk)
    {
        var release = await desk.ScheduleAsync(["press"], Cancellation);
        await desk.RunTimerAsync(Cancellation);
        return (release, BatchKey.Parse(Assert.Single(await desk.TakeBatchMessagesAsync(Cancellation)))!);
    }

    private static async Task<(Batch Batch, ETag ETag)> BatchAsync(DispatchHost desk, BatchKey key) =>
        (await desk.Get<BatchStore>().FindAsync(key, Cancellation))!.Value;

    private static async Task<BatchRun> RunOfAsync(DispatchHost desk, BatchKey key)
    {
        var (batch, version) = await BatchAsync(desk, key);
        return new(desk.Get<BatchStore>(), batch, version, new DispatchOptions(), desk.Clock);
    }
}
