using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Distribution.Audiences.Subscriptions;
using Distribution.Audiences.Suppressions;
using Distribution.Dispatches.Ledger;
using Distribution.Dispatches.Planning;
using Distribution.Dispatches.Sending;
using Distribution.Dispatches.Steering;
using Distribution.Mail.Outbox;
using Distribution.Mail.Outcomes;
using Distribution.Operations.Housekeeping;
using Distribution.Platform.Addresses;
using Distribution.Platform.Jobs;
using Distribution.Platform.Security;
using Distribution.Platform.Storage;
using Distribution.Publisher.Users;
using Distribution.Releases.Drafts;
using Distribution.Testing;
using Distribution.Testing.Smtp;
using Microsoft.Extensions.Options;

namespace Distribution.Tests.Dispatches.Sending;

/// <summary>A fault beside a dispatch costs nobody their mail and brings nobody a second one.</summary>
public sealed class FaultTests(Azurite azurite)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_accepted_is_recorded_also_when_the_run_fails_right_after()
    {
        await using var desk = await OpenAsync(recipients: 3, ("Dispatch:GroupSize", "1"));
        var (release, key) = await PlanAsync(desk);
        desk.Relay.On(SmtpStep.Message, _ =>
        {
            desk.Get<Tables>()[Tables.SendExclusions].Delete(Cancellation);
            desk.Clock.Advance(TimeSpan.FromSeconds(31));
            return null;
        });

        await Assert.ThrowsAsync<RequestFailedException>(() => desk.Get<SendBatch>().RunAsync(key.ToString(), Cancellation));

        var batch = await BatchAsync(desk, key);
        Assert.Equal([OutcomeState.Accepted, OutcomeState.Planned, OutcomeState.Planned], batch.Outcomes.Select(outcome => outcome.State));
        Assert.Null(batch.LeaseUntil);
        Assert.Equal(DispatchState.Sending, (await desk.DispatchOfAsync(release, Cancellation)).State);
    }

    [Fact]
    public async Task A_run_that_holds_a_batch_outlasts_storage_that_is_away()
    {
        await using var desk = await OpenAsync(recipients: 2);
        var (_, key) = await PlanAsync(desk);
        Outage outage = new();
        BatchStore store = new(Failing(desk, outage));
        var (batch, version) = (await store.FindAsync(key, Cancellation))!.Value;
        BatchRun run = new(store, batch, version, new(), desk.Clock);
        Assert.True(await run.HandOverAsync([0]));
        Assert.True(run.Begin(0));
        run.Record(0, run.Outcomes[0] with { State = OutcomeState.Accepted });

        outage.Left = 3;
        var writing = run.HandOverAsync([1]);
        while (!writing.IsCompleted)
        {
            desk.Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, Cancellation);
        }

        Assert.True(await writing);
        Assert.Equal([OutcomeState.Accepted, OutcomeState.Handed], (await BatchAsync(desk, key)).Outcomes.Select(outcome => outcome.State));
    }

    [Fact]
    public async Task A_run_that_gave_storage_up_does_not_wait_as_long_again_to_hand_its_batch_back()
    {
        await using var desk = await OpenAsync(recipients: 2);
        var (_, key) = await PlanAsync(desk);
        Outage outage = new();
        BatchStore store = new(Failing(desk, outage));
        var (batch, version) = (await store.FindAsync(key, Cancellation))!.Value;
        BatchRun run = new(store, batch, version, new() { MaxStorageOutage = TimeSpan.FromMinutes(1) }, desk.Clock);
        Assert.True(await run.HandOverAsync([0]));

        outage.Left = 1_000;
        var writing = run.HandOverAsync([1]);
        while (!writing.IsCompleted)
        {
            desk.Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, Cancellation);
        }

        await Assert.ThrowsAsync<RequestFailedException>(() => writing);
        Assert.InRange(1_000 - outage.Left, 4, 7);
        await Assert.ThrowsAsync<RequestFailedException>(
            () => run.HandBackAsync(desk.Clock.GetUtcNow(), queued: false, away: null)
                .WaitAsync(TimeSpan.FromSeconds(30), TimeProvider.System, Cancellation));
    }

    [Fact]
    public async Task A_run_that_holds_nothing_yet_does_not_wait_for_storage()
    {
        await using var desk = await OpenAsync(recipients: 1);
        var (_, key) = await PlanAsync(desk);
        Outage outage = new();
        BatchStore store = new(Failing(desk, outage));
        var (batch, version) = (await store.FindAsync(key, Cancellation))!.Value;

        outage.Left = 1;
        BatchRun run = new(store, batch, version, new(), desk.Clock);
        await Assert.ThrowsAsync<RequestFailedException>(() => run.HandOverAsync([0]));
    }

    [Fact]
    public async Task One_recipient_over_whom_the_relay_stumbles_does_not_keep_the_others_waiting_nor_the_dispatch_open()
    {
        await using var desk = await OpenAsync(recipients: 3);
        var (release, key) = await PlanAsync(desk);
        var first = (await BatchAsync(desk, key)).Recipients[0].Address;
        desk.Relay.On(
            SmtpStep.Recipient, exchange => exchange.Recipient == first ? SmtpAnswer.Say(451, "4.3.0 Temporary lookup failure") : null);

        await desk.Get<SendBatch>().RunAsync(key.ToString(), Cancellation);
        Assert.Empty(desk.Relay.Mails);
        desk.Clock.Advance(TimeSpan.FromMinutes(2));
        await desk.RunAsync(Cancellation);
        Assert.Equal(2, desk.Relay.Mails.Count);

        desk.Clock.Advance(TimeSpan.FromDays(3));
        await desk.RunAsync(Cancellation);
        var dispatch = await desk.DispatchOfAsync(release, Cancellation);
        Assert.Equal(
            (DispatchState.Finished, OutcomeState.Expired),
            (dispatch.State, (await desk.OutcomesAsync(dispatch, Cancellation))[first].State));
    }

    [Fact]
    public async Task A_release_that_cannot_be_read_does_not_hold_up_the_others()
    {
        await using var desk = await OpenAsync(recipients: 1);
        var broken = await desk.ScheduleAsync(["press"], Cancellation);
        TableEntity nonsense = new(broken.Id, "release") { ["State"] = "nonsense" };
        await desk.Get<Tables>()[Tables.Releases].UpdateEntityAsync(nonsense, ETag.All, TableUpdateMode.Merge, Cancellation);
        desk.Clock.Advance(TimeSpan.FromSeconds(1));
        await desk.ScheduleAsync(["press"], Cancellation);

        await Assert.ThrowsAsync<AggregateException>(() => desk.RunTimerAsync(Cancellation));
        await desk.RunQueuesAsync(Cancellation);

        Assert.Single(desk.Relay.Mails);
        var run =
            await desk.Get<JobRuns>().AllAsync(Cancellation).SingleAsync(row => row.Value.Job == DispatchDueReleases.Name, Cancellation);
        Assert.Equal(nameof(ArgumentException), run.Value.Failure);
    }

    [Fact]
    public async Task A_recipient_who_unsubscribed_while_a_dispatch_was_stopped_is_not_mailed_however_late_it_resumes()
    {
        await using var desk = await OpenAsync(recipients: 1);
        var (release, key) = await PlanAsync(desk);
        var dispatch = await desk.DispatchOfAsync(release, Cancellation);
        await desk.Get<StopDispatch>().RunAsync(dispatch.Id, "login refused", Cancellation);
        var left = (await BatchAsync(desk, key)).Recipients[0].Contact;
        await desk.Get<SendExclusionStore>()
            .AddAsync(new() { Contact = left, Lists = ["press"], At = desk.Clock.GetUtcNow() }, Cancellation);

        desk.Clock.Advance(TimeSpan.FromDays(8));
        await desk.Get<RunHousekeeping>().RunAsync(Cancellation);
        await desk.Get<ResumeDispatch>().RunAsync(dispatch.Id, Cancellation);
        await desk.RunAsync(Cancellation);

        Assert.Empty(desk.Relay.Mails);
        Assert.Equal(1, (await desk.DispatchOfAsync(release, Cancellation)).Outcomes[OutcomeState.Skipped]);
    }

    [Fact]
    public async Task Each_stop_of_a_dispatch_is_told()
    {
        await using var desk = await OpenAsync(recipients: 1);
        await desk.Get<UserStore>()
            .AddAsync("ana", new() { Id = "ana", Name = "Ana", Email = "ana@example.org", Grants = [] }, Cancellation);
        var (release, _) = await PlanAsync(desk);
        var row = (await desk.Get<ReleaseStore>().FindMainAsync(release.Id, Cancellation))!;
        await desk.Get<ReleaseStore>().ReplaceAsync(row, row.Value with { ScheduledBy = "ana" }, Cancellation);
        var dispatch = await desk.DispatchOfAsync(release, Cancellation);

        for (var stop = 0; stop < 2; stop++)
        {
            await desk.Get<StopDispatch>().RunAsync(dispatch.Id, "login refused", Cancellation);
            await desk.Get<ResumeDispatch>().RunAsync(dispatch.Id, Cancellation);
        }

        Assert.Equal(2, await desk.Get<OutboxStore>().AllAsync(Cancellation).CountAsync(Cancellation));
    }

    [Fact]
    public async Task A_suppressed_address_is_not_mailed_though_an_ended_subscription_still_has_another()
    {
        await using var desk = await OpenAsync(recipients: 0);
        await desk.AddListAsync("radio", Cancellation);
        var contact = await desk.SubscribeAsync("radio", "new@example.org", Cancellation);
        var confirmed = (await desk.Get<SubscriptionStore>().FindAsync("radio", contact, Cancellation))!.Value;
        var ended = confirmed with { List = "press", State = SubscriptionState.Ended, Address = "old@example.org" };
        await desk.Get<SubscriptionStore>().AddAsync(ended, Cancellation);
        var id = desk.Get<AddressHash>().Compute(MailAddress.Parse("new@example.org")!);
        Suppression suppression = new() { Id = id, Reason = SuppressionReason.Asked, Evidence = "asked", At = desk.Clock.GetUtcNow() };
        await desk.Get<SuppressionStore>().AddAsync(id, suppression, Cancellation);
        await desk.ScheduleAsync(["press", "radio"], Cancellation);

        await desk.RunAsync(Cancellation);

        Assert.Empty(desk.Relay.Mails);
    }

    [Fact]
    public async Task An_instance_whose_clock_is_a_little_behind_sends_at_once()
    {
        await using var desk = await OpenAsync(recipients: 1);
        var (_, key) = await PlanAsync(desk);
        desk.Clock.AdjustTime(desk.Clock.GetUtcNow().AddSeconds(-2));

        await desk.Get<SendBatch>().RunAsync(key.ToString(), Cancellation);

        Assert.Single(desk.Relay.Mails);
    }

    private async Task<DispatchHost> OpenAsync(int recipients, params (string Key, string? Value)[] settings)
    {
        var desk = await DispatchHost.OpenAsync(azurite, Cancellation, settings);
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

    private static async Task<Batch> BatchAsync(DispatchHost desk, BatchKey key) =>
        (await desk.Get<BatchStore>().FindAsync(key, Cancellation))!.Value.Batch;

    private static Tables Failing(DispatchHost desk, Outage outage)
    {
        TableClientOptions options = new();
        options.AddPolicy(outage, HttpPipelinePosition.PerCall);
        return new(new TableServiceClient(desk.Settings["Storage:ConnectionString"], options), desk.Get<IOptions<StorageOptions>>());
    }

    /// <summary>Answers the next requests as a storage does that is away.</summary>
    private sealed class Outage : HttpPipelineSynchronousPolicy
    {
        public int Left { get; set; }

        public override void OnSendingRequest(HttpMessage message)
        {
            if (Left-- > 0) throw new RequestFailedException(503, "The server is busy.");
        }
    }
}
