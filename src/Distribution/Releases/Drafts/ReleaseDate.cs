using System.Globalization;
using Distribution.Publisher.Offices;

namespace Distribution.Releases.Drafts;

/// <summary>The day of a release where its office is, in the words of a language.</summary>
public static class ReleaseDate
{
    /// <param name="language">Names the months.</param>
    /// <param name="pattern">A .NET date pattern, such as <c>d MMMM yyyy</c>.</param>
    /// <param name="at">The instant.</param>
    /// <param name="office">Its time zone decides which day that is.</param>
    public static string In(string language, string pattern, DateTimeOffset at, Office office) =>
        At(at, office).ToString(pattern, CultureInfo.GetCultureInfo(language));

    /// <summary>The instant by the office's clock.</summary>
    public static DateTimeOffset At(DateTimeOffset at, Office office) =>
        TimeZoneInfo.ConvertTime(at, TimeZoneInfo.FindSystemTimeZoneById(office.TimeZone));
}
