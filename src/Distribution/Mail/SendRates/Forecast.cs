namespace Distribution.Mail.SendRates;

/// <summary>The time of the last of a number of mails; pure. More urgent mails and retries are not foreseen.</summary>
public static class Forecast
{
    /// <summary>Under limits: as early as they and what was used lately allow.</summary>
    public static DateTimeOffset ByLimits(SendRate sendRate, SendRateLimits limits, int mails, DateTimeOffset now)
    {
        var start = sendRate.RestUntil > now ? sendRate.RestUntil.Value : now;
        var before = sendRate.Before(_ => false, now);
        return mails == 0 ? start : Last([.. limits.Planned.Reverse()], mails);

        // A window lets a number of whole lots through, one for each of its lengths; the rest is sent as the shorter windows allow.
        DateTimeOffset Last(ReadOnlySpan<SendRateWindow> windows, int count)
        {
            if (windows is not [var longest, .. var shorter]) return start;
            var rest = ((count - 1) % longest.Limit) + 1;
            var (free, inner) = (SendSlots.FreeAt(before, longest, rest), Last(shorter, rest));
            return (free > inner ? free : inner) + (longest.Length * ((count - 1) / longest.Limit));
        }
    }

    /// <summary>Without limits: at the rate so far.</summary>
    /// <param name="mails">How many are open.</param>
    /// <param name="perMinute">The rate; null when there is none yet.</param>
    /// <param name="now">The time.</param>
    public static DateTimeOffset? ByRate(int mails, double? perMinute, DateTimeOffset now) =>
        perMinute > 0 ? now + (TimeSpan.FromMinutes(1) * (mails / perMinute.Value)) : null;

    /// <summary>Mails per minute since a moment; null when none has gone or no time has passed.</summary>
    public static double? PerMinute(int mails, DateTimeOffset since, DateTimeOffset now) =>
        mails > 0 && now > since ? mails / (now - since).TotalMinutes : null;
}
