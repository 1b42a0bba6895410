namespace Distribution.Mail.SendRates;

/// <summary>Most mails in any second, minute, hour and day; 0 where there is no limit.</summary>
public sealed record SendRateLimits(int PerSecond, int PerMinute, int PerHour, int PerDay)
{
    private const int WorthARun = 10;

    public static SendRateLimits None { get; } = new(0, 0, 0, 0);

    public bool AreSet => this != None;

    /// <summary>Those that count mails, shortest first; the limit per second is kept by the distance between mails instead.</summary>
    public IEnumerable<SendRateWindow> Windows => new SendRateWindow[]
    {
        new(TimeSpan.FromMinutes(1), PerMinute),
        new(TimeSpan.FromHours(1), PerHour),
        new(TimeSpan.FromDays(1), PerDay),
    }.Where(window => window.Limit > 0);

    /// <summary>The same for plans ahead, for which a limit per second is one of sixty times as many per minute.</summary>
    public IEnumerable<SendRateWindow> Planned =>
        PerSecond == 0 ? Windows : (this with { PerMinute = Lower(PerMinute, 60 * PerSecond) }).Windows;

    /// <summary>How many mails a batch may have, so that it fits into each window: at most <paramref name="most"/>.</summary>
    public int Batch(int most) => Planned.Select(window => window.Limit).Append(most).Min();

    /// <summary>The number of these mails for which a run is worth while.</summary>
    public int Least(int mails) => Windows.Select(window => (window.Limit + 1) / 2).Append(WorthARun).Append(mails).Min();

    private static int Lower(int limit, int other) => limit == 0 ? other : Math.Min(limit, other);
}
