using System.Globalization;
using Distribution.Platform.Languages;
using Distribution.Publisher.Offices;

namespace Distribution.Releases.Drafts;

/// <summary>The day of a release where its office is, in the words of a language.</summary>
public static class ReleaseDate
{
    /// <param name="language">Names the months.</param>
    /// <param name="phrases">Hold the .NET date patterns <c>date</c>, such as <c>d MMMM yyyy</c>, and <c>date_first</c> for the first of a
    /// month.</param>
    /// <param name="at">The instant.</param>
    /// <param name="office">Its time zone decides which day that is.</param>
    public static string In(string language, Phrases phrases, DateTimeOffset at, Office office)
    {
        var local = At(at, office);
        return local.ToString(phrases[local.Day == 1 ? "date_first" : "date"], CultureInfo.GetCultureInfo(language));
    }

    /// <summary>The instant by the office's clock.</summary>
    public static DateTimeOffset At(DateTimeOffset at, Office office) =>
        TimeZoneInfo.ConvertTime(at, TimeZoneInfo.FindSystemTimeZoneById(office.TimeZone));
}
