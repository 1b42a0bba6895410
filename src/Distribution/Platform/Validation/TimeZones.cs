namespace Distribution.Platform.Validation;

/// <summary>IANA time zones, such as <c>America/Port_of_Spain</c>.</summary>
public static class TimeZones
{
    /// <summary>Folders of some systems that hold every zone once more; another system does not have them.</summary>
    private static readonly string[] Copies = ["posix/", "right/"];

    public static bool IsKnown(string? zone) =>
        zone is not null
        && zone.Contains('/', StringComparison.Ordinal)
        && !Copies.Any(copy => zone.StartsWith(copy, StringComparison.OrdinalIgnoreCase))
        && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _);
}
