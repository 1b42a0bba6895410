using System.Globalization;
using System.Text.RegularExpressions;

namespace Distribution.Releases.Checks;

/// <summary>
/// Finds days in running text of English, French, Spanish and Portuguese: <c>Monday 9 March 2026</c>, <c>March 9</c>, <c>lundi 9 mars</c>,
/// <c>lunes 9 de marzo de 2026</c>; pure. A date without a year is the one nearest to a given day: in December one writes of January.
/// </summary>
public static class DatesInText
{
    private static readonly string[] Known = ["en", "fr", "es", "pt"];

    private static readonly Dictionary<string, (Regex Date, CultureInfo Culture)> Languages =
        Known.ToDictionary(language => language, language =>
        {
            var culture = CultureInfo.GetCultureInfo(language);
            return (Pattern(culture.DateTimeFormat), culture);
        });

    /// <summary>Days of the week that do not fit their date.</summary>
    /// <param name="text">The text.</param>
    /// <param name="language">Its language tag; in one that is not known nothing is found.</param>
    /// <param name="near">For dates without a year.</param>
    public static IEnumerable<(string Text, DayOfWeek RealDay)> WrongWeekdays(string text, string language, DateOnly near)
    {
        foreach (var (match, day, culture) in Find(text, language, near))
        {
            if (!match.Groups["weekday"].Success) continue;
            var real = culture.DateTimeFormat.GetDayName(day.DayOfWeek);
            if (!string.Equals(match.Groups["weekday"].Value, real, StringComparison.OrdinalIgnoreCase))
                yield return (match.Value, day.DayOfWeek);
        }
    }

    /// <summary>The first day that a text names; null for none.</summary>
    public static DateOnly? First(string text, string language, DateOnly near) =>
        Find(text, language, near).Select(found => (DateOnly?)found.Day).FirstOrDefault();

    private static IEnumerable<(Match Match, DateOnly Day, CultureInfo Culture)> Find(string text, string language, DateOnly near)
    {
        if (!Languages.TryGetValue(language.Split('-')[0], out var known)) yield break;
        foreach (Match match in known.Date.Matches(text))
        {
            if (Day(match, known.Culture.DateTimeFormat, near) is { } day) yield return (match, day, known.Culture);
        }
    }

    private static DateOnly? Day(Match match, DateTimeFormatInfo names, DateOnly near)
    {
        var month = Array.FindIndex(
            names.MonthNames, name => string.Equals(name, match.Groups["month"].Value, StringComparison.OrdinalIgnoreCase)) + 1;
        var day = int.Parse(match.Groups["day"].Value, CultureInfo.InvariantCulture);
        if (match.Groups["year"].Success) return Day(int.Parse(match.Groups["year"].Value, CultureInfo.InvariantCulture), month, day);
        return new[] { near.Year - 1, near.Year, near.Year + 1 }.Select(year => Day(year, month, day)).OfType<DateOnly>()
            .OrderBy(found => Math.Abs(found.DayNumber - near.DayNumber)).Select(found => (DateOnly?)found).FirstOrDefault();
    }

    /// <summary>Null where there is no such day.</summary>
    private static DateOnly? Day(int year, int month, int day) =>
        month > 0 && year > 0 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;

    private static Regex Pattern(DateTimeFormatInfo names)
    {
        var weekday = $@"(?:(?<weekday>{Any(names.DayNames)})\b,?\s+(?:the\s+|el\s+|le\s+)?)?";
        var month = $"(?<month>{Any(names.MonthNames)})";
        const string Day = @"(?<day>\d{1,2})(?:st|nd|rd|th|er|º|°|o)?";
        const string Year = @"(?:,?\s+(?:de\s+|of\s+)?(?<year>\d{4}))?";
        return new(
            $@"(?<![\p{{L}}\d]){weekday}(?:{Day}\s+(?:de\s+|of\s+)?{month}|{month}\s+{Day}){Year}(?!\d)",
            RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Compiled);
    }

    private static string Any(IEnumerable<string> names) => string.Join('|', names.Where(name => name.Length > 0).Select(Regex.Escape));
}
