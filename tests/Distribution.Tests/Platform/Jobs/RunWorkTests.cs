using Distribution.Platform.Jobs;
using Distribution.Platform.Storage;
using Distribution.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace Distribution.Tests.Platform.Jobs;

/// <summary>One job and the workers that come for it.</summary>
public sealed class RunWorkTests(Azurite azurite) : CoreHostTests(azurite)
{
    private const string Message = $"{Chore.JobName}|id";

    private JobStore Jobs => App.Get<JobStore>();

    [Fact]
    public async Task Of_two_workers_one_runs_a_job()
    {
        await Jobs.AddAsync(Chore.JobName, "id", Token);
        Chore chore = new();
        var first = WorkAsync(chore);
        await chore.Begun.WaitAsync(Token);

        await WorkAsync(chore);
        Assert.Equal(1, chore.Runs);
        chore.End();
        await first;

        Assert.Equal(1, chore.Runs);
        Assert.Null(await JobAsync());
    }

    [Fact]
    public async Task A_job_asked_for_while_it_runs_runs_once_more_and_not_at_the_same_time()
    {
        await Jobs.AddAsync(Chore.JobName, "id", Token);
        Chore chore = new();
        var first = WorkAsync(chore);
        await chore.Begun.WaitAsync(Token);
        for (var request = 0; request < 3; request++) await Jobs.AddAsync(Chore.JobName, "id", Token);
        await WorkAsync(chore);
        Assert.Equal(1, chore.Runs);
        await ClearAsync();
        chore.End();
        await first;

        Assert.Equal(1, await MessagesAsync());
        await WorkAsync(chore);
        Assert.Equal(2, chore.Runs);
        Assert.Null(await JobAsync());
    }

    [Fact]
    public async Task A_job_that_continues_later_is_not_forgotten_for_what_was_asked_earlier()
    {
        await Jobs.AddAsync(Chore.JobName, "id", Token);
        Chore chore = new() { Again = App.Clock.GetUtcNow().AddHours(1) };
        var run = WorkAsync(chore);
        await chore.Begun.WaitAsync(Token);
        await Jobs.ScheduleAsync(Chore.JobName, "id", App.Clock.GetUtcNow().AddMinutes(10), Token);
        chore.End();
        await run;

        Assert.Equal(App.Clock.GetUtcNow().AddMinutes(10), (await JobAsync())!.Due);
    }

    [Fact]
    public async Task A_job_that_waits_already_gets_no_second_message()
    {
        for (var request = 0; request < 3; request++) await Jobs.AddAsync(Chore.JobName, "id", Token);

        Assert.Equal(1, await MessagesAsync());
    }

    [Fact]
    public async Task A_worker_that_dies_is_followed_by_another_when_its_lease_has_run_out()
    {
        await Jobs.AddAsync(Chore.JobName, "id", Token);
        Assert.NotNull(await Jobs.TakeAsync(Chore.JobName, "id", Token));
        Chore chore = new();
        chore.End();

        App.Clock.Advance(JobStore.Lease - TimeSpan.FromSeconds(1));
        await WorkAsync(chore);
        Assert.Equal(0, chore.Runs);
        App.Clock.Advance(TimeSpan.FromSeconds(1));
        await WorkAsync(chore);

        Assert.Equal(1, chore.Runs);
        Assert.Null(await JobAsync());
    }

    [Fact]
    public async Task A_long_run_keeps_its_lease()
    {
        await Jobs.AddAsync(Chore.JobName, "id", Token);
        Chore chore = new();
        var run = WorkAsync(chore);
        await chore.Begun.WaitAsync(Token);

        for (var step = 0; step < 6; step++)
        {
            App.Clock.Advance(JobStore.Lease / 3);
            while ((await JobAsync())!.LeaseUntil - App.Clock.GetUtcNow() < JobStore.Lease) await Task.Yield();
        }

        await WorkAsync(chore);
        Assert.Equal(1, chore.Runs);
        chore.End();
        await run;
        Assert.Null(await JobAsync());
    }

    [Fact]
    public async Task A_run_whose_job_was_taken_over_is_ended_and_writes_nothing_more()
    {
        await Jobs.AddAsync(Chore.JobName, "id", Token);
        Chore chore = new();
        var run = WorkAsync(chore);
        await chore.Begun.WaitAsync(Token);
        await Jobs.SendAgainAsync((await Jobs.FindAsync(Chore.JobName, "id", Token))!, Token);

        App.Clock.Advance(JobStore.Lease / 3);
        await run;

        Assert.True(chore.WasCancelled);
        Assert.Equal((null, 1), ((await JobAsync())!.Owner, (await JobAsync())!.Attempts));
    }

    [Fact]
    public async Task A_run_that_fails_frees_its_job_for_the_message_that_comes_back()
    {
        await Jobs.AddAsync(Chore.JobName, "id", Token);
        App.Clock.Advance(TimeSpan.FromMinutes(20));

        await Assert.ThrowsAsync<InvalidOperationException>(() => WorkAsync(new() { Failure = new InvalidOperationException() }));

        var job = (await JobAsync())!;
        Assert.Equal((null, 1, App.Clock.GetUtcNow()), (job.Owner, job.Attempts, job.QueuedAt!.Value));
        Assert.False(JobQueueRule.NeedsMessage(job, App.Clock.GetUtcNow(), App.Clock.GetUtcNow()));
    }

    private Task WorkAsync(Chore chore) =>
        new RunWork([chore], Jobs, NullLogger<RunWork>.Instance).RunAsync(Message, Token);

    private async Task<Job?> JobAsync() => (await Jobs.FindAsync(Chore.JobName, "id", Token))?.Value;

    private async Task<int> MessagesAsync() =>
        (await App.Get<Queues>()[Queues.Work].GetPropertiesAsync(Token)).Value.ApproximateMessagesCount;

    private async Task ClearAsync() => await App.Get<Queues>()[Queues.Work].ClearMessagesAsync(Token);

    /// <summary>A job that lasts until the test ends it.</summary>
    private sealed class Chore : IJobRunner
    {
        public const string JobName = "chore";

        private readonly TaskCompletionSource begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public string Name => JobName;

        public Task Begun => begun.Task;

        public int Runs { get; private set; }

        public bool WasCancelled { get; private set; }

        public DateTimeOffset? Again { get; init; }

        public Exception? Failure { get; init; }

        public void End() => ended.TrySetResult();

        public async Task<DateTimeOffset?> RunAsync(string id, CancellationToken cancellationToken)
        {
            Runs++;
            begun.TrySetResult();
            if (Failure is not null) throw Failure;
            try
            {
                await ended.Task.WaitAsync(cancellationToken);
            }
            catch (OperationCanceledException)
            {
                WasCancelled = true;
                throw;
            }

            return Again;
        }
    }
}
