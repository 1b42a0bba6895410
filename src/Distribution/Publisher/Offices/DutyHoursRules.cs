using Distribution.Platform.Validation;

namespace Distribution.Publisher.Offices;

/// <summary>Validates duty hours and absences; pure. Spans may overlap.</summary>
internal static class DutyHoursRules
{
    public static IReadOnlyList<DutySpan> CheckHours(IReadOnlyList<DutySpan> spans, FieldErrors errors)
    {
        errors.Few("dutyHours", spans);
        foreach (var (index, span) in spans.Index()) errors.Require(span is not null, $"dutyHours.{index}", "is required.");
        return [.. spans.OfType<DutySpan>().Distinct()];
    }

    public static IReadOnlyList<AbsenceDates> CheckAbsences(IReadOnlyList<AbsenceDates> absences, FieldErrors errors)
    {
        errors.Few("absences", absences);
        foreach (var (index, absence) in absences.Index())
        {
            errors.Require(absence is not null, $"absences.{index}", "is required.");
            errors.Require(!(absence?.Until < absence?.From), $"absences.{index}.until", "lies before the first day. Give the last day of the absence.");
        }

        return [.. absences.OfType<AbsenceDates>().Distinct()];
    }
}
