namespace Distribution.Mail.SendRates;

/// <summary>
/// The mails given to the relay lately, now, and in the next minutes; one row for all instances and dispatches. The lists
/// stay short whatever the limits are.
/// </summary>
public sealed record SendRate
{
    public static SendRate Empty { get; } = new();

    /// <summary>Mails given, by the time when the last of them went; the longer ago, the coarser.</summary>
    public IReadOnlyList<SendUse> Used { get; init; } = [];

    /// <summary>Runs that may be sending, and those that ended within the last second.</summary>
    public IReadOnlyList<SendGrant> Running { get; init; } = [];

    /// <summary>Slots of the next minutes.</summary>
    public IReadOnlyList<SendSlot> Planned { get; init; } = [];

    /// <summary>Until when the relay is left alone because it asked us to slow down.</summary>
    public DateTimeOffset? RestUntil { get; init; }

    /// <summary>The relay's words that asked for the last rest, without addresses.</summary>
    public string? RestReason { get; init; }

    /// <summary>How many such rests there were without calm between them.</summary>
    public int Rests { get; init; }
}

/// <summary>A run's permit to send.</summary>
/// <param name="Owner">The run.</param>
/// <param name="Mails">How many mails it may begin, or has begun once it has ended.</param>
/// <param name="Until">When the last of them may begin, or when it ended.</param>
/// <param name="PerSecond">Most of them in any second; 0 where there is no such limit.</param>
/// <param name="Ended">Whether the run has said that it sends no more.</param>
public sealed record SendGrant(string Owner, int Mails, DateTimeOffset Until, int PerSecond, bool Ended = false)
{
    /// <summary>The least time from one of its mails to the next.</summary>
    public TimeSpan Apart => PerSecond == 0 ? TimeSpan.Zero : TimeSpan.FromTicks((TimeSpan.TicksPerSecond + PerSecond - 1) / PerSecond);
}

/// <summary>A number of sent mails, the last of them no later than this time.</summary>
public sealed record SendUse(DateTimeOffset At, int Mails);
