namespace Distribution.Validation;

/// <summary>IANA time zones, such as <c>America/Port_of_Spain</c>.</summary>
public static class TimeZones
{
    public static bool IsKnown(string? zone) =>
        zone is not null && zone.Contains('/', StringComparison.Ordinal) && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _);
}
