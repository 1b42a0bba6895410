using System.Globalization;
using Distribution.Platform.Languages;
using Distribution.Publisher.Offices;
using Distribution.Releases.Times;

namespace Distribution.Web.Console.Write;

/// <summary>
/// A time by the clocks that matter, in one sentence: the office's, that of the world, those of the offices above, the reader's. Pure.
/// </summary>
internal static class SpelledTime
{
    public static string Of(DateTimeOffset at, string office, OfficeTree offices, TimePlace? reader, Phrases words)
    {
        var home = offices.Find(office);
        var local = TimeZoneInfo.ConvertTime(at, home is null ? TimeZoneInfo.Utc : TimeZoneInfo.FindSystemTimeZoneById(home.TimeZone));
        List<string> clocks = [];
        List<TimeSpan> shown = [];
        if (home is not null)
        {
            shown.Add(local.Offset);
            clocks.Add(words.With(
                "time_first",
                ("date", Date(local, words.Language)),
                ("time", Time(local, words.Language)),
                ("place", home.Names.In(words.Language))));
        }

        foreach (var above in offices.Upwards(office).Skip(1).Select(offices.Find).OfType<Office>())
        {
            var there = TimeZoneInfo.ConvertTime(at, TimeZoneInfo.FindSystemTimeZoneById(above.TimeZone));
            if (shown.Contains(there.Offset)) continue;
            shown.Add(there.Offset);
            clocks.Add(words.With("time_other", ("time", Near(there, local, words)), ("place", above.Names.In(words.Language))));
        }

        clocks.Insert(Math.Min(1, clocks.Count), words.With("time_utc", ("time", Near(at.ToUniversalTime(), local, words))));
        if (reader is not null
            && TimeZoneInfo.ConvertTime(at, reader.Zone) is var here
            && !shown.Contains(here.Offset)
            && here.Offset != TimeSpan.Zero)
            clocks.Add(words.With("time_yours", ("time", Near(here, local, words))));
        return string.Join(words["time_between"], clocks);
    }

    /// <summary>The time, with its day where that is another one.</summary>
    private static string Near(DateTimeOffset there, DateTimeOffset home, Phrases words) => there.Date == home.Date
        ? Time(there, words.Language)
        : words.With(
            "time_day",
            ("weekday", CultureInfo.GetCultureInfo(words.Language).DateTimeFormat.GetDayName(there.DayOfWeek)),
            ("time", Time(there, words.Language)));

    private static string Date(DateTimeOffset local, string language)
    {
        var day = CultureInfo.GetCultureInfo(language).DateTimeFormat.GetDayName(local.DayOfWeek);
        return $"{char.ToUpperInvariant(day[0])}{day[1..]} {TimeText.Day(DateOnly.FromDateTime(local.DateTime), language)}";
    }

    private static string Time(DateTimeOffset local, string language) =>
        local.ToString(TimePhrases.Book.In(language)["time"], CultureInfo.InvariantCulture);
}
