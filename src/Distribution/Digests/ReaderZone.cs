using System.Collections.Frozen;
using Distribution.Contacts;
using NodaTime.TimeZones;

namespace Distribution.Digests;

/// <summary>The clock by which somebody's digest hour is meant; pure.</summary>
public static class ReaderZone
{
    private const string Nowhere = "Etc/UTC";

    /// <summary>The first place that the time zone database names for each country: where most of its people live.</summary>
    private static readonly FrozenDictionary<string, string> ByCountry = (TzdbDateTimeZoneSource.Default.ZoneLocations ?? [])
        .DistinctBy(place => place.CountryCode)
        .ToFrozenDictionary(place => place.CountryCode, place => place.ZoneId);

    /// <summary>Their own zone, else that of the first of their countries, else UTC.</summary>
    public static string Of(Contact contact)
    {
        if (contact.TimeZone is { } own && TimeZoneInfo.TryFindSystemTimeZoneById(own, out _)) return own;
        var found = contact.Countries.Count > 0 ? ByCountry.GetValueOrDefault(contact.Countries[0]) : null;
        return found is not null && TimeZoneInfo.TryFindSystemTimeZoneById(found, out _) ? found : Nowhere;
    }
}
