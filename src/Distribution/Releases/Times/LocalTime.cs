namespace Distribution.Releases.Times;

/// <summary>
/// The instants at which a clock shows a time; pure. It goes by offsets at instants alone, which every platform agrees on, whichever way a
/// zone calls its summer or winter time: Morocco puts its clock back for Ramadan.
/// </summary>
public static class LocalTime
{
    /// <summary>Longer than any offset, and shorter than the time between two changes of a clock.</summary>
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <returns>One instant as a rule, the earlier first of two where the clock was put back, none where it was put forward.</returns>
    public static IReadOnlyList<DateTimeOffset> Instants(DateTime local, TimeZoneInfo zone) =>
        [.. Around(local, zone).Where(instant => zone.GetUtcOffset(instant) == instant.Offset).Order()];

    /// <summary>For a time that the clock skips: where the hands stand that much before and after the gap.</summary>
    public static IReadOnlyList<DateTimeOffset> Beside(DateTime local, TimeZoneInfo zone) =>
        [.. Around(local, zone).Select(instant => TimeZoneInfo.ConvertTime(instant, zone)).Order()];

    /// <summary>The time with the offsets of the day before and after.</summary>
    private static IEnumerable<DateTimeOffset> Around(DateTime local, TimeZoneInfo zone)
    {
        var middle = new DateTimeOffset(local, TimeSpan.Zero);
        return new[] { zone.GetUtcOffset(middle - Day), zone.GetUtcOffset(middle + Day) }.Distinct()
            .Select(offset => new DateTimeOffset(local, offset));
    }
}
