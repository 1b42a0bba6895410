using PhoneNumbers;

namespace Distribution.Platform.Validation;

/// <summary>Telephone numbers, kept in E.164.</summary>
public static class Phones
{
    /// <summary>
    /// Reads a number in international form, or in the national form of the country if one is given; null when it is none that can exist.
    /// </summary>
    public static string? Parse(string text, string? country)
    {
        var numbers = PhoneNumberUtil.GetInstance();
        return Read(text, country) is { } number && numbers.IsValidNumber(number) ? numbers.Format(number, PhoneNumberFormat.E164) : null;
    }

    /// <summary>The extension that stands behind a number, as in <c>+1 868 555 0142 ext. 12</c>; null when there is none.</summary>
    public static string? Extension(string text, string? country) =>
        Read(text, country) is { Extension: { Length: > 0 } extension } ? extension : null;

    private static PhoneNumber? Read(string text, string? country)
    {
        try
        {
            return PhoneNumberUtil.GetInstance().Parse(text, country);
        }
        catch (NumberParseException)
        {
            return null;
        }
    }
}
