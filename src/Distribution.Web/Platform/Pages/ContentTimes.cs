using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;

namespace Distribution.Web.Platform.Pages;

/// <summary>
/// Since when this instance has served the content that a page has now: its time of last modification (RFC 9110, section 8.8.2). A page is
/// made of many rows, and none of their times says when the page became what it is. A start of the program, or another instance, says a
/// later time, which costs an answer in full and never leaves an old one standing.
/// </summary>
internal sealed class ContentTimes(TimeProvider clock)
{
    /// <summary>Then all are forgotten: addresses may be made up.</summary>
    private const int Most = 10_000;

    private readonly ConcurrentDictionary<string, (string Hash, DateTimeOffset At)> times = new(StringComparer.Ordinal);

    /// <returns>In whole seconds; null where the content may have changed within the same second, or has a query in its address.</returns>
    public DateTimeOffset? Get(HttpRequest request, string hash)
    {
        if (request.QueryString.HasValue) return null;
        if (times.Count >= Most) times.Clear();
        var now = clock.GetUtcNow();
        var (_, at) = times.AddOrUpdate(
            request.Path.Value ?? "", _ => (hash, now), (_, known) => known.Hash == hash ? known : (hash, now));
        return at.AddTicks(-(at.Ticks % TimeSpan.TicksPerSecond)) is var second && now - second >= TimeSpan.FromSeconds(1) ? second : null;
    }
}
