using Distribution.Benchmarks.Parts;
using Distribution.Contacts.Contacts;
using Distribution.Dispatches.Ledger;
using Distribution.Platform.Jobs;
using Distribution.Platform.Security;
using Distribution.Platform.Storage;
using Distribution.Releases.Drafts;
using Distribution.Testing.Faults;

namespace Distribution.Benchmarks.Measures;

/// <summary>When a due release is begun while thousands of jobs wait, on a storage that takes 25 ms for each request.</summary>
internal static class DueMeasure
{
    private const int Jobs = 5_000;
    private const int Releases = 3;
    private const int AtOnce = 16;

    private static readonly TimeSpan PerRequest = TimeSpan.FromMilliseconds(25);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);

    /// <summary>For the release to be written before its minute.</summary>
    private static readonly TimeSpan Ahead = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    public static async Task<IEnumerable<Measured>> RunAsync(CancellationToken cancellationToken)
    {
        await using var storage = await BenchmarkStorage.StartAsync(cancellationToken);
        await using var room = await PressRoom.OpenAsync(storage, cancellationToken);
        await using var slow = await StorageProxy.StartAsync(storage.ConnectionString, PerRequest, cancellationToken);
        await using var relay = SlowRelay.Start(TimeSpan.Zero);
        await room.AddListAsync("press", Enumerable.Range(0, 100), cancellationToken);
        await AddJobsAsync(room, cancellationToken);
        await using var server = await ServerUnderTest.StartAsync(
            room, cancellationToken, [slow.Setting, ("Mail:Port", $"{relay.Port}"), .. Usual]);
        var (worst, last, most) = (TimeSpan.Zero, TimeSpan.Zero, 0);
        for (var number = 0; number < Releases; number++)
        {
            var at = NextMinute(TimeProvider.System.GetUtcNow() + Ahead);
            var release = await room.ScheduleAsync(["press"], "Beside many jobs.", at, cancellationToken);
            var (dispatch, messages) = await FinishedAsync(room, release, cancellationToken);
            worst = Later(worst, dispatch.CreatedAt - at);
            last = Later(last, await room.LastOutcomeAsync(dispatch, cancellationToken) - at);
            most = Math.Max(most, messages);
        }

        var left = await room.Get<JobStore>().AllAsync(cancellationToken).CountAsync(cancellationToken);
        return
        [
            Measured.AtMost($"{Jobs} jobs, 25 ms a request: from its minute to the start of a release, s", worst.TotalSeconds, 5, "0.0"),
            Measured.Fact("from its minute to the last of its 100 mails, s", last.TotalSeconds, "0.0"),
            Measured.AtMost($"most messages on the queue, {Jobs} jobs at the beginning", most, Jobs),
            Measured.Fact("jobs that still wait at the end", left),
        ];
    }

    /// <summary>As they are set unless somebody says otherwise.</summary>
    private static IEnumerable<(string Key, string? Value)> Usual =>
    [
        ("DispatchSchedule", "0 * * * * *"), ("SendingSchedule", "20 * * * * *"), ("JobSchedule", "40 * * * * *"),
    ];

    private static Task AddJobsAsync(PressRoom room, CancellationToken cancellationToken) => Parallel.ForEachAsync(
        Enumerable.Range(0, Jobs),
        new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
        async (number, token) => await room.Get<JobStore>().AddAsync(SyncContact.JobName, NewId.From("nobody", $"{number}"), token));

    private static async Task<(Dispatch Dispatch, int Messages)> FinishedAsync(
        PressRoom room, Release release, CancellationToken cancellationToken)
    {
        var (started, most) = (TimeProvider.System.GetTimestamp(), 0);
        var queue = room.Get<Queues>()[Queues.Work];
        while (TimeProvider.System.GetElapsedTime(started) < Longest)
        {
            most = Math.Max(most, (await queue.GetPropertiesAsync(cancellationToken)).Value.ApproximateMessagesCount);
            if (await room.FindDispatchAsync(release, cancellationToken) is { State: DispatchState.Finished } done) return (done, most);
            await Task.Delay(Look, TimeProvider.System, cancellationToken);
        }

        throw new BenchmarkFailure("The release was not sent.");
    }

    private static DateTimeOffset NextMinute(DateTimeOffset instant) =>
        new(instant.Ticks - (instant.Ticks % TimeSpan.TicksPerMinute) + TimeSpan.TicksPerMinute, TimeSpan.Zero);

    private static TimeSpan Later(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
