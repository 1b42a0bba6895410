using Distribution.Platform.Languages;
using Distribution.Platform.Validation;
using Distribution.Publisher.Offices;

namespace Distribution.Releases.Times;

/// <summary>A place by whose clock times are shown.</summary>
/// <param name="Names">Its names; none for UTC.</param>
/// <param name="Zone">Its time zone.</param>
public sealed record TimePlace(Names Names, TimeZoneInfo Zone)
{
    public static TimePlace Utc { get; } = new(Names.None, TimeZoneInfo.Utc);

    public static TimePlace From(Office office) => new(office.Names, TimeZoneInfo.FindSystemTimeZoneById(office.TimeZone));

    /// <returns>Null when there is no such IANA zone.</returns>
    public static TimePlace? From(string zone) =>
        TimeZones.IsKnown(zone) ? new(new([new("en", zone)]), TimeZoneInfo.FindSystemTimeZoneById(zone)) : null;
}
