using Distribution.Platform.Validation;

namespace Distribution.Publisher.Offices;

/// <summary>Validates the telephone numbers of a press officer; pure.</summary>
internal static class PhoneRules
{
    public static IReadOnlyList<PressOfficerPhone> Check(PressOfficer officer, FieldErrors errors)
    {
        errors.Few("phones", officer.Phones);
        List<PressOfficerPhone> phones = [.. officer.Phones.Index().Select(phone => Check($"phones.{phone.Index}", phone.Item, errors)).OfType<PressOfficerPhone>().Distinct()];
        errors.Require(
            officer.DutyHours.Count > 0 || phones.All(phone => phone.Kind is not PressOfficerPhoneKind.OutOfHours),
            "dutyHours",
            "is required beside a number for out of hours: without hours that number would never be given.");
        return phones;
    }

    private static PressOfficerPhone? Check(string field, PressOfficerPhone? phone, FieldErrors errors)
    {
        errors.Require(phone is not null, field, "is required.");
        if (phone is null) return null;
        errors.Require(!string.IsNullOrWhiteSpace(phone.Number), $"{field}.number", "is required.");
        return phone with { Number = errors.Phone($"{field}.number", phone.Number, country: null) ?? "" };
    }
}
