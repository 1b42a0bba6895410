using PhoneNumbers;

namespace Distribution.Offices;

/// <summary>A telephone number for people to read.</summary>
public static class Telephone
{
    /// <summary>E.164 in the grouping of its country: <c>+1 868-555-0142</c>; as it is when it cannot be read.</summary>
    public static string International(string number)
    {
        var numbers = PhoneNumberUtil.GetInstance();
        try
        {
            return numbers.Format(numbers.Parse(number, null), PhoneNumberFormat.INTERNATIONAL);
        }
        catch (NumberParseException)
        {
            return number;
        }
    }
}
