namespace Distribution.Mail.SendRates;

/// <summary>Finds times for batches that wait; pure.</summary>
public static class SendSlots
{
    /// <summary>How far ahead slots are given: what comes later and is more urgent, or as urgent, need not wait longer for the rest of a large dispatch.</summary>
    public static readonly TimeSpan Ahead = TimeSpan.FromMinutes(5);

    /// <summary>How long a run is expected to take.</summary>
    private static readonly TimeSpan RunTime = TimeSpan.FromSeconds(2);

    /// <summary>The earliest time with room for this number of mails; null when that is not within the next minutes.</summary>
    public static SendSlot? Plan(SendRate sendRate, SendRateLimits limits, Urgency urgency, int mails, DateTimeOffset now)
    {
        var at = sendRate.Tidy(limits, now).Earliest(limits, mails, other => other.Urgency <= urgency, now);
        return at - now < Ahead ? new(at, urgency, mails) : null;
    }

    /// <summary>
    /// The time when all windows have room for a run of this number of mails, if matching planned ones go first; perhaps not all of them
    /// fit.
    /// </summary>
    internal static DateTimeOffset Earliest(this SendRate sendRate, SendRateLimits limits, int mails, Func<SendSlot, bool> match, DateTimeOffset now)
    {
        var before = sendRate.Before(match, now);
        var free = limits.Planned.Select(window => FreeAt(before, window, limits.Least(mails))).Append(sendRate.RestUntil ?? now).Max();
        return free > now ? SendRateTidy.RoundUp(free, TimeSpan.FromSeconds(1)) : now;
    }

    /// <summary>
    /// Runs that go before, latest first. A run that is sending, or has claimed its slot, usually finishes well before its deadline.
    /// </summary>
    internal static List<(DateTimeOffset At, int Mails)> Before(this SendRate sendRate, Func<SendSlot, bool> match, DateTimeOffset now) =>
    [
        .. sendRate.Used.Select(use => (use.At, use.Mails))
            .Concat(sendRate.Running.Select(grant => (At: grant.Until > now + RunTime ? now + RunTime : grant.Until, grant.Mails)))
            .Concat(sendRate.Planned.Where(match).Select(slot => (At: slot.At + RunTime, slot.Mails)))
            .OrderByDescending(use => use.At),
    ];

    internal static SendRate With(this SendRate sendRate, SendSlot slot) => sendRate with
    {
        Planned = [.. sendRate.Planned.Append(slot)
            .GroupBy(one => (one.At, one.Urgency), (key, slots) => new SendSlot(key.At, key.Urgency, slots.Sum(one => one.Mails)))
            .OrderBy(one => one.At)],
    };

    /// <summary>Without the place of one whose time has come.</summary>
    internal static SendRate Without(this SendRate sendRate, SendSlot? slot) => slot is null ? sendRate : sendRate with
    {
        Planned = [.. sendRate.Planned
            .Select(one => one.At == slot.At && one.Urgency == slot.Urgency ? one with { Mails = one.Mails - slot.Mails } : one)
            .Where(one => one.Mails > 0)],
    };

    /// <summary>When enough of what was given, latest first, has left the window.</summary>
    internal static DateTimeOffset FreeAt(List<(DateTimeOffset At, int Mails)> before, SendRateWindow window, int mails)
    {
        var room = window.Limit - Math.Min(mails, window.Limit);
        foreach (var use in before)
        {
            room -= use.Mails;
            if (room < 0) return use.At + window.Length;
        }

        return DateTimeOffset.MinValue;
    }
}
