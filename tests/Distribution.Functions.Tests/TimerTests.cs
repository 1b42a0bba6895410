using Distribution.Readers.Unsubscribe;
using Distribution.Testing;

namespace Distribution.Functions.Tests;

public sealed class TimerTests(HeadFixture fixture)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string> Timers => [.. DeclaredFunction.All.Where(function => function.Trigger == "timerTrigger").Select(function => function.Name)];

    [Theory, MemberData(nameof(Timers))]
    public async Task A_timer_runs_its_job(string timer)
    {
        var before = TimeProvider.System.GetUtcNow();

        var run = await fixture.Head.RunTimerAsync(timer, Token);

        Assert.Null(run.Failure);
        Assert.True(run.Succeeded);
        Assert.Equal(timer != ReadUnsubscribeMails.Name, await NotedAsync(timer) >= before.AddSeconds(-1));
    }

    /// <summary>When the job last ran; one that had no mailbox to read has noted nothing.</summary>
    private async Task<DateTimeOffset?> NotedAsync(string timer)
    {
        using var administrator = fixture.Head.Client(HttpHost.AdministratorKey);
        using var answer = await administrator.ReadAsync("/api/status");
        return (await answer.JsonAsync()).GetProperty("jobs").EnumerateArray()
            .Where(job => job.GetProperty("job").GetString() == timer)
            .Select(job => (DateTimeOffset?)job.GetProperty("startedAt").GetDateTimeOffset())
            .SingleOrDefault();
    }
}
