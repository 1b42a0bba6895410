namespace Distribution.Mail.SendRates;

/// <summary>Keeps the state small: joins what is long ago and forgets what no window reaches; pure.</summary>
internal static class SendRateTidy
{
    /// <summary>How long a slot is kept for a run that does not come.</summary>
    public static readonly TimeSpan Late = TimeSpan.FromMinutes(1);

    /// <summary>An entry further ahead was written by a clock that was wrong.</summary>
    private static readonly TimeSpan ClockError = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    /// <summary>Runs that do not end their grant have died or wait for a slow relay.</summary>
    private static readonly TimeSpan Forgotten = TimeSpan.FromMinutes(1);

    /// <summary>Uses older than this may be joined in steps of that size: then a shorter window no longer reaches them.</summary>
    private static readonly (TimeSpan Age, TimeSpan Step)[] Steps =
        [(TimeSpan.FromHours(1), TimeSpan.FromMinutes(15)), (TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(1))];

    public static SendRate Tidy(this SendRate sendRate, SendRateLimits limits, DateTimeOffset now)
    {
        var reach = limits.Windows.Select(window => window.Length).DefaultIfEmpty(TimeSpan.Zero).Max();
        var running = sendRate.Running.Select(grant => grant with { Until = Earlier(grant.Until, now + ClockError) }).ToLookup(grant => IsOver(grant, now));
        return sendRate with
        {
            Used = [.. sendRate.Used.Concat(running[true].Select(grant => new SendUse(grant.Until, grant.Mails)))
                .Select(use => use with { At = Joined(Earlier(use.At, now + ClockError), now) })
                .Where(use => use.At > now - reach)
                .GroupBy(use => use.At, (at, uses) => new SendUse(at, uses.Sum(use => use.Mails)))
                .OrderBy(use => use.At)],
            Running = [.. running[false]],
            Planned = [.. sendRate.Planned.Where(slot => slot.At > now - Late && slot.At <= now + TimeSpan.FromDays(1))],
            RestUntil = sendRate.RestUntil is { } rest ? Earlier(rest, now + SendRateRule.LongestRest) : null,
        };
    }

    public static DateTimeOffset RoundUp(DateTimeOffset instant, TimeSpan step)
    {
        var over = instant.UtcTicks % step.Ticks;
        return over == 0 ? instant : instant.AddTicks(step.Ticks - over);
    }

    // Always to the later end: a mail then counts for longer than it should, never for less.
    private static DateTimeOffset Joined(DateTimeOffset at, DateTimeOffset now)
    {
        foreach (var (age, step) in Steps)
        {
            if (RoundUp(at, step) is var end && end <= now - age) return end;
        }

        return RoundUp(at, Second);
    }

    private static bool IsOver(SendGrant grant, DateTimeOffset now) => grant.Until <= now - (grant.Ended ? Second : Forgotten);

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;
}
