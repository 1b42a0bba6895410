using PhoneNumbers;

namespace Distribution.Validation;

/// <summary>Telephone numbers, kept in E.164.</summary>
public static class Phones
{
    /// <summary>Reads a number in international form, or in the national form of the country if one is given; null when it is none that can exist.</summary>
    public static string? Parse(string text, string? country)
    {
        var numbers = PhoneNumberUtil.GetInstance();
        try
        {
            var number = numbers.Parse(text, country);
            return numbers.IsValidNumber(number) ? numbers.Format(number, PhoneNumberFormat.E164) : null;
        }
        catch (NumberParseException)
        {
            return null;
        }
    }
}
