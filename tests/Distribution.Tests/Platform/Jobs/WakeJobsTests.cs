using System.Globalization;
using Distribution.Platform.Jobs;
using Distribution.Platform.Storage;
using Distribution.Testing;

namespace Distribution.Tests.Platform.Jobs;

/// <summary>The timer that finds jobs without a message. Its clock begins with the storage's, which says when a message was sent.</summary>
public sealed class WakeJobsTests(Azurite azurite) : CoreHostTests(azurite)
{
    private const string Name = "chore";

    private static readonly TimeSpan Later = JobQueueRule.Certain + TimeSpan.FromMinutes(1);

    private JobStore Jobs => App.Get<JobStore>();

    [Fact]
    public async Task However_long_a_message_waits_its_job_gets_no_second_one()
    {
        SetClock(TimeSpan.Zero);
        foreach (var id in new[] { "a", "b", "c" }) await Jobs.AddAsync(Name, id, Token);
        await Jobs.AddUrgentAsync(Name, "d", Token);

        for (var hour = 0; hour < 3; hour++)
        {
            App.Clock.Advance(TimeSpan.FromHours(1));
            await WakeAsync();
        }

        Assert.Equal((3, 1), (await MessagesAsync(Queues.Work), await MessagesAsync(Queues.Urgent)));
    }

    [Fact]
    public async Task A_lost_message_is_replaced_once_it_must_have_been_seen()
    {
        SetClock(TimeSpan.Zero);
        await Jobs.AddUrgentAsync(Name, "a", Token);
        await ClearAsync();
        App.Clock.Advance(JobQueueRule.Certain - TimeSpan.FromSeconds(1));
        await WakeAsync();
        Assert.Equal(0, await MessagesAsync(Queues.Urgent));

        App.Clock.Advance(TimeSpan.FromSeconds(1));
        await WakeAsync();
        await WakeAsync();

        Assert.Equal((0, 1), (await MessagesAsync(Queues.Work), await MessagesAsync(Queues.Urgent)));
    }

    [Fact]
    public async Task A_lost_message_is_replaced_although_younger_ones_wait()
    {
        SetClock(-Later);
        await Jobs.AddAsync(Name, "lost", Token);
        await ClearAsync();
        SetClock(TimeSpan.Zero);
        await Jobs.AddAsync(Name, "waits", Token);
        App.Clock.Advance(TimeSpan.FromHours(1));

        await WakeAsync();

        Assert.Equal([$"{Name}|lost", $"{Name}|waits"], (await TakeAsync()).Order());
    }

    [Fact]
    public async Task A_run_that_died_costs_no_more_than_its_lease_and_a_run_of_the_timer()
    {
        await Jobs.AddAsync(Name, "a", Token);
        await ClearAsync();
        await Jobs.TakeAsync(Name, "a", Token);
        await WakeAsync();
        Assert.Equal(0, await MessagesAsync(Queues.Work));

        App.Clock.Advance(JobStore.Lease);
        await WakeAsync();
        await WakeAsync();

        Assert.Equal(1, await MessagesAsync(Queues.Work));
    }

    [Fact]
    public async Task One_run_sends_a_limited_number_of_messages_to_those_who_have_waited_longest()
    {
        SetClock(TimeSpan.Zero);
        await Parallel.ForEachAsync(
            Enumerable.Range(0, 502),
            Token,
            async (number, token) => await Jobs.ScheduleAsync(Name, Id(number), App.Clock.GetUtcNow().AddMinutes(number + 1), token));
        App.Clock.Advance(TimeSpan.FromDays(1));

        await WakeAsync();
        var first = await TakeAsync();
        await WakeAsync();

        Assert.Equal(Enumerable.Range(0, 500).Select(number => $"{Name}|{Id(number)}").Order(), first.Order());
        Assert.Equal([$"{Name}|{Id(501)}", $"{Name}|{Id(500)}"], (await TakeAsync()).Order());

        // Ids sort against the order of their times.
        static string Id(int number) => (1_000 - number).ToString(CultureInfo.InvariantCulture);
    }

    [Fact]
    public async Task What_a_write_was_to_be_followed_by_is_done_although_the_process_died()
    {
        await Assert.ThrowsAsync<OperationCanceledException>(() => Jobs.FollowAsync(
            Name, "a", () => Task.FromException<bool>(new OperationCanceledException()), work: null, Token));
        App.Clock.Advance(TimeSpan.FromMinutes(4));
        await WakeAsync();
        Assert.Equal(0, await MessagesAsync(Queues.Work));

        App.Clock.Advance(TimeSpan.FromMinutes(1));
        await WakeAsync();
        await WakeAsync();

        Assert.Equal([$"{Name}|a"], await TakeAsync());
        Assert.Empty(await Jobs.FollowUpsAsync(Token).ToListAsync(Token));
    }

    [Fact]
    public async Task A_run_before_the_write_does_not_make_the_one_after_it_unnecessary()
    {
        await Jobs.AddAsync(Name, "a", Token);
        await Jobs.FollowAsync(
            Name,
            "a",
            async () =>
            {
                var lease = (await Jobs.TakeAsync(Name, "a", Token))!;
                await lease.EndAsync(again: null);
                await ClearAsync();
                return true;
            },
            work: null,
            Token);

        Assert.Equal([$"{Name}|a"], await TakeAsync());
        Assert.NotNull(await Jobs.FindAsync(Name, "a", Token));
    }

    private void SetClock(TimeSpan fromNow) => App.Clock.SetUtcNow(TimeProvider.System.GetUtcNow() + fromNow);

    private Task WakeAsync() => App.Get<WakeJobs>().RunAsync(Token);

    private async Task<int> MessagesAsync(string queue) =>
        (await App.Get<Queues>()[queue].GetPropertiesAsync(Token)).Value.ApproximateMessagesCount;

    private async Task ClearAsync()
    {
        foreach (var queue in Queues.All) await App.Get<Queues>()[queue].ClearMessagesAsync(Token);
    }

    private async Task<IReadOnlyList<string>> TakeAsync()
    {
        var queue = App.Get<Queues>()[Queues.Work];
        List<string> taken = [];
        while ((await queue.ReceiveMessagesAsync(32, TimeSpan.FromMinutes(1), Token)).Value is { Length: > 0 } some)
            taken.AddRange(some.Select(message => message.MessageText));
        await queue.ClearMessagesAsync(Token);
        return taken;
    }
}
