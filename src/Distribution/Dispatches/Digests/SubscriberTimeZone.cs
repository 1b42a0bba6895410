using System.Collections.Frozen;
using Distribution.Contacts.Contacts;
using NodaTime.TimeZones;

namespace Distribution.Dispatches.Digests;

/// <summary>The clock by which somebody's digest hour is meant; pure.</summary>
public static class SubscriberTimeZone
{
    private const string Nowhere = "Etc/UTC";

    /// <summary>The first place that the time zone database names for each country: where most of its people live.</summary>
    private static readonly FrozenDictionary<string, string> ByCountry = (TzdbDateTimeZoneSource.Default.ZoneLocations ?? [])
        .DistinctBy(place => place.CountryCode)
        .ToFrozenDictionary(place => place.CountryCode, place => place.ZoneId);

    /// <summary>Their own zone, else that of the first of their countries, else UTC.</summary>
    public static string Get(Contact contact)
    {
        if (contact.TimeZone is { } own && TimeZoneInfo.TryFindSystemTimeZoneById(own, out _)) return own;
        var found = contact.Countries.Count > 0 ? ByCountry.GetValueOrDefault(contact.Countries[0]) : null;
        return found is not null && TimeZoneInfo.TryFindSystemTimeZoneById(found, out _) ? found : Nowhere;
    }

    /// <summary>When a day begins by their clock: at midnight, or where a change of the clock skips it, just after.</summary>
    public static DateTimeOffset StartOf(DateOnly day, Contact contact)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(Get(contact));
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        while (zone.IsInvalidTime(midnight)) midnight = midnight.AddMinutes(15);
        return new(midnight, zone.GetUtcOffset(midnight));
    }

    /// <summary>The day that an instant falls on by their clock.</summary>
    public static DateOnly DayOf(DateTimeOffset instant, Contact contact) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, TimeZoneInfo.FindSystemTimeZoneById(Get(contact))).DateTime);
}
