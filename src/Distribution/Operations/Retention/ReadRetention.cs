using Distribution.Operations.Housekeeping;
using Distribution.Platform.Jobs;

namespace Distribution.Operations.Retention;

/// <summary>Counts what the next night would delete, and deletes nothing.</summary>
public sealed class ReadRetention(IEnumerable<IRetentionRule> rules, JobRuns runs, TimeProvider clock)
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    public async Task<RetentionReport> RunAsync(CancellationToken cancellationToken)
    {
        var at = await NextNightAsync(cancellationToken);
        List<RetentionItem> items = [];
        foreach (var rule in rules)
        {
            var before = at - rule.Kept;
            var count = before is null ? 0 : await rule.RunAsync(before.Value, onlyCount: true, cancellationToken);
            items.Add(new() { Kind = rule.Kind, Kept = rule.Kept, Before = before, Count = count });
        }

        return new(at, items);
    }

    /// <summary>A day after the last; now, where there was none yet or it is late.</summary>
    private async Task<DateTimeOffset> NextNightAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var last = await runs.FindAsync(RunHousekeeping.Name, cancellationToken);
        return last?.StartedAt + Day is { } next && next > now ? next : now;
    }
}
