using System.Globalization;
using Distribution.Platform.Languages;

namespace Distribution.Releases.Times;

/// <summary>Days of the week in the words of several languages, letter case and accents aside.</summary>
public static class WeekdayWords
{
    private static readonly string[] Languages = ["en", "fr", "es", "pt"];

    private static readonly CompareInfo Compare = CultureInfo.InvariantCulture.CompareInfo;

    /// <returns>Null when it is no day of the week.</returns>
    public static DayOfWeek? Parse(string word) =>
        Languages.Select(language => In(word.Trim(), language)).FirstOrDefault(day => day is not null);

    /// <returns>Null when it is no day of the week in the language, whole or short.</returns>
    public static DayOfWeek? In(string word, string language)
    {
        var format = CultureInfo.GetCultureInfo(LanguageTag.Primary(language)).DateTimeFormat;
        foreach (var day in Enum.GetValues<DayOfWeek>())
        {
            if (IsSame(word, format.GetDayName(day)) || IsSame(word, format.GetAbbreviatedDayName(day))) return day;
        }

        return null;
    }

    /// <summary>Portuguese says <c>segunda</c> for <c>segunda-feira</c>; short names may have a full stop.</summary>
    private static bool IsSame(string word, string name) =>
        Compare.Compare(word.TrimEnd('.'), name.TrimEnd('.'), CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace) == 0
        || (name.EndsWith("-feira", StringComparison.Ordinal) && IsSame(word, name[..^"-feira".Length]));
}
