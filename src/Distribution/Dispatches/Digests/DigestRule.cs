namespace Distribution.Dispatches.Digests;

/// <summary>When somebody's digest is due, and what it covers; pure.</summary>
public static class DigestRule
{
    /// <summary>
    /// The first of their digest hours after the end of the last digest. An hour that the clock skips comes right after the gap; one
    /// that it shows twice comes the first time.
    /// </summary>
    public static DateTimeOffset NextAt(DigestSubscriber reader)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(reader.TimeZone);
        var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(reader.CoveredUntil, zone).DateTime);
        var at = InstantOf(day, reader.Hour, zone);
        return at > reader.CoveredUntil ? at : InstantOf(day.AddDays(1), reader.Hour, zone);
    }

    public static bool IsDue(DigestSubscriber reader, DateTimeOffset end) => NextAt(reader) <= end;

    /// <summary>Whether a digest that ends at an instant covers a release: windows follow each other without gap or overlap.</summary>
    public static bool Covers(DigestSubscriber reader, DateTimeOffset end, DateTimeOffset publishedAt) => reader.CoveredUntil <= publishedAt && publishedAt < end;

    private static DateTimeOffset InstantOf(DateOnly day, int hour, TimeZoneInfo zone)
    {
        var local = day.ToDateTime(new TimeOnly(hour, 0));
        while (zone.IsInvalidTime(local)) local = local.AddMinutes(15);
        var offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }
}
