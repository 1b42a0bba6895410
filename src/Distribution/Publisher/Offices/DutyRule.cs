namespace Distribution.Publisher.Offices;

/// <summary>
/// Whether a press officer may be called; pure. The clock on the wall of their office decides: an hour that it shows twice when summer time
/// ends
/// is on duty twice, and one that it skips is nobody's.
/// </summary>
public static class DutyRule
{
    /// <summary>
    /// The reason why the press officer may be called at the instant; null when they may not, because of an absence or of hours that are
    /// over.
    /// </summary>
    public static DutyReason? ReasonOf(PressContact contact, DateTimeOffset at)
    {
        var officer = contact.Officer;
        var wall = TimeZoneInfo.ConvertTime(at, TimeZoneInfo.FindSystemTimeZoneById(contact.Office.TimeZone)).DateTime;
        var (day, time) = (DateOnly.FromDateTime(wall), TimeOnly.FromDateTime(wall));
        if (officer.DutyHours.Any(span => Covers(span, officer, day, time))) return DutyReason.InHours;
        if (IsAbsent(officer, day)) return null;
        if (officer.DutyHours.Count == 0) return DutyReason.NoStatedHours;
        return Phones(officer, DutyReason.OutOfHours).Any() ? DutyReason.OutOfHours : null;
    }

    /// <summary>The numbers to call a press officer at for a reason.</summary>
    public static IEnumerable<PressOfficerPhone> Phones(PressOfficer officer, DutyReason reason) =>
        officer.Phones.Where(phone => (phone.Kind is PressOfficerPhoneKind.OutOfHours) == (reason is DutyReason.OutOfHours));

    /// <summary>
    /// A span belongs to the day on which it begins, with all that is past midnight; an absence on that day removes it whole.
    /// </summary>
    private static bool Covers(DutySpan span, PressOfficer officer, DateOnly day, TimeOnly time)
    {
        var isPastMidnight = span.Until <= span.From;
        if (Begins(span, officer, day) && time >= span.From && (isPastMidnight || time < span.Until)) return true;
        return isPastMidnight && time < span.Until && Begins(span, officer, day.AddDays(-1));
    }

    private static bool Begins(DutySpan span, PressOfficer officer, DateOnly day) => day.DayOfWeek == span.Weekday && !IsAbsent(officer, day);

    private static bool IsAbsent(PressOfficer officer, DateOnly day) => officer.Absences.Any(absence => absence.From <= day && day <= absence.Until);
}
