using System.Globalization;
using Distribution.Publisher.Offices;

namespace Distribution.Tests.Publisher.Offices;

/// <summary>Duty hours as a table writes them: <c>monday 09:00-17:00, friday 18:00-01:00</c>.</summary>
internal static class Hours
{
    public static IReadOnlyList<DutySpan> Parse(string text) =>
        [.. text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Span)];

    private static DutySpan Span(string text)
    {
        var parts = text.Split(' ', '-');
        return new() { Weekday = Enum.Parse<DayOfWeek>(parts[0], ignoreCase: true), From = Time(parts[1]), Until = Time(parts[2]) };
    }

    private static TimeOnly Time(string text) => TimeOnly.ParseExact(text, "HH:mm", CultureInfo.InvariantCulture);
}
