using Distribution.Readers.Signups;
using Distribution.Testing;

namespace Distribution.Tests.Readers.Signups;

public sealed class LimitStoreTests(Azurite azurite) : IAsyncLifetime
{
    private const int Most = 3;

    private static readonly string Rosa = new('a', 64);
    private static readonly string Leo = new('b', 64);
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private CoreHost app = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => app = await CoreHost.StartAsync(azurite, Cancellation);

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task There_are_as_many_as_the_limit_says_and_the_next_is_one_too_many()
    {
        List<bool> taken = [];
        for (var time = 0; time <= Most + 1; time++) taken.Add(await TakeAsync(Rosa));

        Assert.Equal([true, true, true, false, false], taken);
        Assert.True(await TakeAsync(Leo));
    }

    [Fact]
    public async Task The_next_window_begins_at_none()
    {
        for (var time = 0; time < Most; time++) await TakeAsync(Rosa);
        app.Clock.Advance(app.Get<LimitStore>().Remaining(Hour) - TimeSpan.FromTicks(1));
        Assert.False(await TakeAsync(Rosa));

        app.Clock.Advance(TimeSpan.FromTicks(1));

        Assert.True(await TakeAsync(Rosa));
    }

    [Fact]
    public async Task Of_those_that_come_at_once_as_many_get_in()
    {
        var taken = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => TakeAsync(Rosa)));

        Assert.Equal(Most, taken.Count(isTaken => isTaken));
    }

    private Task<bool> TakeAsync(string key) => app.Get<LimitStore>().TakeAsync("test", key, Most, Hour, Cancellation);
}
