using Distribution.Dispatches.Planning;
using Distribution.Operations.Status;
using Distribution.Platform.Jobs;
using Distribution.Releases.Drafts;
using Distribution.Testing;
using Distribution.Testing.Faults;

namespace Distribution.Tests.Operations.Status;

/// <summary>Questions of an operator: what waits, since when, and why.</summary>
public sealed class ReadStatusTests(Azurite azurite) : CoreHostTests(azurite)
{
    private readonly Azurite azurite = azurite;

    private JobStore Jobs => App.Get<JobStore>();

    [Fact]
    public async Task It_counts_jobs_that_wait_run_and_fail()
    {
        var due = App.Clock.GetUtcNow().AddMinutes(-7);
        foreach (var id in new[] { "waits", "fails", "runs" }) await Jobs.ScheduleAsync("chore", id, due, Token);
        await Jobs.ScheduleAsync("chore", "later", App.Clock.GetUtcNow().AddMinutes(1), Token);
        await (await Jobs.TakeAsync("chore", "fails", Token))!.GiveBackAsync();
        await Jobs.TakeAsync("chore", "runs", Token);

        Assert.Equal(new WorkStatus(Waiting: 2, due, Running: 1, Failing: 1), (await StatusAsync()).Work);
    }

    [Fact]
    public async Task It_counts_releases_that_are_late()
    {
        var now = App.Clock.GetUtcNow();
        foreach (var (id, minutes) in new[] { ("late", 3.0), ("later", 1.1), ("due", 0.9), ("coming", -1.0) })
            await App.Get<ReleaseTimeStore>().AddDueAsync(id, now.AddMinutes(-minutes), Token);

        var status = await StatusAsync();

        Assert.Equal((now.AddMinutes(-3), 2), (status.OldestDueRelease, status.LateReleases));
    }

    [Fact]
    public async Task Health_is_that_of_the_dispatch_timer_and_asked_a_few_times_a_minute()
    {
        Assert.Equal(HealthState.Ok, await HealthAsync());
        await App.Get<DispatchDueReleases>().RunAsync(Token);
        await ExpectAsync(HealthState.Ok, minutes: 4);
        await ExpectAsync(HealthState.TimerLate, minutes: 2);
        await App.Get<DispatchDueReleases>().RunAsync(Token);
        Assert.Equal(HealthState.TimerLate, await HealthAsync());
        await ExpectAsync(HealthState.Ok, minutes: 1);
        await Assert.ThrowsAsync<InvalidOperationException>(() => App.Get<JobRuns>().RecordAsync(
            DispatchDueReleases.Name, () => throw new InvalidOperationException(), Token));
        await ExpectAsync(HealthState.TimerLate, minutes: 1);
    }

    [Fact]
    public async Task Health_says_that_the_storage_is_away()
    {
        await using var proxy = await StorageProxy.StartAsync(azurite, Token);
        await using var host = await CoreHost.StartAsync(azurite, Token, proxy.Setting);
        proxy.On(StorageRequest.Is("GET", "Jobs"), StorageFault.Hold(new TaskCompletionSource().Task), times: int.MaxValue);

        var asking = host.Get<ReadHealth>().RunAsync(Token);
        while (!asking.IsCompleted)
        {
            host.Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        Assert.Equal(HealthState.StorageAway, await asking);
    }

    private async Task ExpectAsync(HealthState state, int minutes)
    {
        App.Clock.Advance(TimeSpan.FromMinutes(minutes));
        Assert.Equal(state, await HealthAsync());
    }

    private Task<HealthState> HealthAsync() => App.Get<ReadHealth>().RunAsync(Token);

    private Task<ProgramStatus> StatusAsync() => App.Get<ReadStatus>().RunAsync(Token);
}
