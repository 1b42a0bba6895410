using Distribution.Dispatches.Sending;

namespace Distribution.Tests.Dispatches.Sending;

public sealed class RoundRobinTests
{
    [Fact]
    public async Task Each_has_its_turn_until_none_has_any_more()
    {
        var sources = new[] { "aaaa", "b", "", "cc" }.Select(letters => letters.ToAsyncEnumerable());

        var all =
            await RoundRobin.MergeAsync(sources, TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);

        Assert.Equal("abcacaa", string.Concat(all));
    }
}
