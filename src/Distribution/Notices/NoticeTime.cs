using Distribution.Offices;
using Distribution.Releases;

namespace Distribution.Notices;

/// <summary>An instant as the organisation's people read it: by the office's clock, and in UTC.</summary>
public static class NoticeTime
{
    public static string Of(DateTimeOffset at, Office? office, string language)
    {
        var utc = at.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", System.Globalization.CultureInfo.InvariantCulture);
        return office is null ? utc : $"{ReleaseDate.In(language, "dddd d MMMM yyyy, HH:mm", at, office)} ({office.Names.In(language)}; {utc})";
    }
}
