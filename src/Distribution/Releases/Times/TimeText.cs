using System.Globalization;
using Distribution.Platform.Languages;

namespace Distribution.Releases.Times;

/// <summary>A time in words, by the clock of a place: <c>Monday 9 March 2026, 09:00 (UTC−04:00, Port of Spain)</c>.</summary>
public static class TimeText
{
    public static string Format(DateTimeOffset at, TimePlace place, string language)
    {
        var phrases = TimePhrases.Book.In(language);
        var (local, culture) = (TimeZoneInfo.ConvertTime(at, place.Zone), CultureInfo.GetCultureInfo(phrases.Language));
        return phrases.With(
            "sentence",
            ("date", local.ToString(phrases[local.Day == 1 ? "date_first" : "date"], culture)),
            ("time", local.ToString(phrases["time"], culture)),
            ("place", place.Names.IsEmpty ? Offset(local) : Offset(local) + phrases["separator"] + place.Names.In(language)));
    }

    /// <summary>A day in words: <c>9 March 2026</c>.</summary>
    public static string Day(DateOnly day, string language)
    {
        var phrases = TimePhrases.Book.In(language);
        return day.ToString(phrases[day.Day == 1 ? "day_first" : "day"], CultureInfo.GetCultureInfo(phrases.Language));
    }

    /// <summary>The day of an instant in UTC, in words.</summary>
    public static string Day(DateTimeOffset at, string language) => Day(DateOnly.FromDateTime(at.UtcDateTime), language);

    /// <summary>The sentence in every language that has one.</summary>
    public static Names InAll(DateTimeOffset at, TimePlace place) =>
        new(TimePhrases.Book.All.Select(phrases => KeyValuePair.Create(phrases.Language, Format(at, place, phrases.Language))));

    /// <summary>The day in words, in every language that has some.</summary>
    public static Names DayInAll(DateOnly day) =>
        new(TimePhrases.Book.All.Select(phrases => KeyValuePair.Create(phrases.Language, Day(day, phrases.Language))));

    private static string Offset(DateTimeOffset local)
    {
        var offset = local.Offset;
        if (offset == TimeSpan.Zero) return "UTC";
        return string.Create(CultureInfo.InvariantCulture, $"UTC{(offset < TimeSpan.Zero ? '−' : '+')}{offset:hh\\:mm}");
    }
}
