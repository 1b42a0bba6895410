using Distribution.Publisher.Topics;
using Distribution.Testing;
using Distribution.Testing.Faults;

namespace Distribution.Tests.Publisher.Topics;

public sealed class PublicTopicsTests(Azurite azurite)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_vocabulary_is_read_once_a_minute_and_only_where_a_topic_is_to_be_named()
    {
        await using var proxy = await StorageProxy.StartAsync(azurite, Token);
        await using var desk = await DispatchHost.OpenAsync(azurite, Token, proxy.Setting);
        await desk.Get<TopicStore>().AddAsync("reefs", new() { Id = "reefs", Names = new([new("en", "Reefs")]) }, Token);
        proxy.CountAnew();

        await ReadAsync();
        Assert.Equal(0, Requests());
        Assert.Equal("Reefs", (await ReadAsync("reefs")).Name("reefs", "en"));
        Assert.Equal("Reefs", (await ReadAsync("reefs")).Name("reefs", "en"));
        Assert.Equal(1, Requests());

        var stored = (await desk.Get<TopicStore>().FindAsync("reefs", Token))!;
        await desk.Get<TopicStore>().ReplaceAsync(stored, stored.Value with { Names = new([new("en", "Coral reefs")]) }, Token);
        desk.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal("Coral reefs", (await ReadAsync("reefs")).Name("reefs", "en"));

        Task<TopicBook> ReadAsync(params string[] words) => desk.Get<PublicTopics>().RunAsync(words, Token);

        int Requests() =>
            proxy.Counts.Where(count => count.Key.EndsWith("topics", StringComparison.OrdinalIgnoreCase)).Sum(count => count.Value);
    }
}
