using Distribution.Platform.Validation;

namespace Distribution.Publisher.Offices;

/// <summary>What duty hours and leave must be like; pure. Spans may overlap: whoever is on duty twice is on duty.</summary>
internal static class DutyHoursRules
{
    public static IReadOnlyList<DutySpan> CheckHours(IReadOnlyList<DutySpan> spans, FieldErrors errors)
    {
        errors.Few("dutyHours", spans);
        foreach (var (index, span) in spans.Index()) errors.Require(span is not null, $"dutyHours.{index}", "is required.");
        return [.. spans.OfType<DutySpan>().Distinct()];
    }

    public static IReadOnlyList<AbsenceDates> CheckAbsences(IReadOnlyList<AbsenceDates> leaves, FieldErrors errors)
    {
        errors.Few("absences", leaves);
        foreach (var (index, leave) in leaves.Index())
        {
            errors.Require(leave is not null, $"absences.{index}", "is required.");
            errors.Require(
                !(leave?.Until < leave?.From), $"absences.{index}.until", "lies before the first day. Give the last day of the leave.");
        }

        return [.. leaves.OfType<AbsenceDates>().Distinct()];
    }
}
