using Distribution.Platform.Validation;

namespace Distribution.Publisher.Offices;

/// <summary>Validates a press officer; pure.</summary>
public static class PressOfficerRules
{
    /// <summary>The officer in the form that is kept.</summary>
    public static PressOfficer Check(PressOfficer officer, OfficeTree offices, FieldErrors errors)
    {
        errors.Require(offices.Contains(officer.Office), "office", "is not the id of an office.");
        return officer with
        {
            Name = errors.Line("name", officer.Name),
            Title = errors.OptionalNames("title", officer.Title),
            Email = errors.Address("email", officer.Email),
            Phones = PhoneRules.Check(officer, errors),
            Languages = errors.Languages("languages", officer.Languages),
            DutyHours = DutyHoursRules.CheckHours(officer.DutyHours, errors),
            Absences = DutyHoursRules.CheckAbsences(officer.Absences, errors),
        };
    }
}
