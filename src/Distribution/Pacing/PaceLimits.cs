namespace Distribution.Pacing;

/// <summary>Most mails in any second, minute, hour and day; 0 where there is no limit.</summary>
public sealed record PaceLimits(int PerSecond, int PerMinute, int PerHour, int PerDay)
{
    public static PaceLimits None { get; } = new(0, 0, 0, 0);

    public bool AreSet => this != None;

    /// <summary>Those that count mails, shortest first; the limit per second is kept by the distance between mails instead.</summary>
    public IEnumerable<PaceWindow> Windows => new PaceWindow[]
    {
        new(TimeSpan.FromMinutes(1), PerMinute),
        new(TimeSpan.FromHours(1), PerHour),
        new(TimeSpan.FromDays(1), PerDay),
    }.Where(window => window.Limit > 0);

    /// <summary>The same for those who look ahead, to whom a limit per second is one of sixty times as many per minute.</summary>
    public IEnumerable<PaceWindow> Planned =>
        PerSecond == 0 ? Windows : (this with { PerMinute = Least(PerMinute, 60 * PerSecond) }).Windows;

    /// <summary>How many mails a batch may have, so that it fits into each window: at most <paramref name="most"/>.</summary>
    public int Batch(int most) => Planned.Select(window => window.Limit).Append(most).Min();

    private static int Least(int limit, int other) => limit == 0 ? other : Math.Min(limit, other);
}
