using Distribution.Platform.Storage;
using Microsoft.Extensions.Time.Testing;

namespace Distribution.Tests.Platform.Storage;

public sealed class SharedReadsTests
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(5);

    private readonly FakeTimeProvider clock = new();
    private readonly SharedReads<string> reads;
    private readonly List<TaskCompletionSource<string?>> begun = [];

    public SharedReadsTests() => reads = new(Fresh, clock);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Many_that_ask_at_once_and_soon_after_share_one_read()
    {
        var waiting = Enumerable.Range(0, 16).Select(_ => FindAsync("a")).ToList();
        Assert.Single(begun).SetResult("first");

        Assert.All(await Task.WhenAll(waiting), found => Assert.Equal("first", found));
        Assert.Equal("first", await FindAsync("a"));
        Assert.Single(begun);
    }

    [Fact]
    public async Task Each_key_has_a_read_of_its_own()
    {
        var (one, other) = (FindAsync("a"), FindAsync("b"));
        begun[0].SetResult("first");
        begun[1].SetResult("second");

        Assert.Equal(("first", "second"), (await one, await other));
    }

    [Fact]
    public async Task A_result_serves_until_it_is_too_old_counted_from_the_beginning_of_its_read()
    {
        var first = FindAsync("a");
        clock.Advance(Fresh - TimeSpan.FromTicks(1));
        begun[0].SetResult("first");
        await first;
        Assert.Equal("first", await FindAsync("a"));

        clock.Advance(TimeSpan.FromTicks(1));
        var second = FindAsync("a");
        begun[1].SetResult("second");

        Assert.Equal("second", await second);
    }

    [Fact]
    public async Task A_read_that_takes_longer_than_its_result_may_be_old_is_not_waited_for_by_those_who_come_later()
    {
        var first = FindAsync("a");
        clock.Advance(Fresh);
        var second = FindAsync("a");
        begun[1].SetResult("second");
        begun[0].SetResult("first");

        Assert.Equal(("first", "second"), (await first, await second));
    }

    [Fact]
    public async Task A_read_that_fails_or_finds_nothing_is_not_kept()
    {
        var failing = FindAsync("a");
        begun[0].SetException(new InvalidOperationException());
        await Assert.ThrowsAsync<InvalidOperationException>(() => failing);
        var empty = FindAsync("a");
        begun[1].SetResult(null);
        Assert.Null(await empty);

        var third = FindAsync("a");
        begun[2].SetResult("third");

        Assert.Equal("third", await third);
    }

    [Fact]
    public async Task A_caller_that_gives_up_ends_the_read_of_nobody()
    {
        using CancellationTokenSource gone = new();
        var first = reads.FindAsync("a", BeginAsync, gone.Token);
        var second = FindAsync("a");
        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        begun[0].SetResult("first");

        Assert.Equal("first", await second);
    }

    [Fact]
    public async Task After_it_was_forgotten_the_next_reads()
    {
        var first = FindAsync("a");
        reads.Forget("a");
        var second = FindAsync("a");
        begun[1].SetResult("second");
        begun[0].SetResult("first");

        Assert.Equal(("first", "second"), (await first, await second));
        Assert.Equal("second", await FindAsync("a"));
    }

    private Task<string?> FindAsync(string key) => reads.FindAsync(key, BeginAsync, Cancellation);

    private Task<string?> BeginAsync()
    {
        begun.Add(new(TaskCreationOptions.RunContinuationsAsynchronously));
        return begun[^1].Task;
    }
}
