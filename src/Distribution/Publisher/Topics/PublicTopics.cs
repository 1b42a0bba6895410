namespace Distribution.Publisher.Topics;

/// <summary>The vocabulary for pages and feeds, at most a minute old, so that their readers cost no request of their own.</summary>
public sealed class PublicTopics(TopicStore topics, TimeProvider time)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);

    private volatile Reading last = new(TopicBook.Empty, DateTimeOffset.MinValue);

    /// <summary>The vocabulary where any of the words is to be named; else nothing is read.</summary>
    public async Task<TopicBook> RunAsync(IEnumerable<string> words, CancellationToken cancellationToken)
    {
        if (!words.Any()) return TopicBook.Empty;
        var now = time.GetUtcNow();
        if (now - last.At >= Fresh) last = new(await topics.ReadAsync(cancellationToken), now);
        return last.Topics;
    }

    private sealed record Reading(TopicBook Topics, DateTimeOffset At);
}
