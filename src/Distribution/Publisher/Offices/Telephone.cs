using PhoneNumbers;

namespace Distribution.Publisher.Offices;

/// <summary>A telephone number for people to read.</summary>
public static class Telephone
{
    /// <summary>E.164 in the grouping of its country: <c>+1 868-555-0142</c>; as it is when it cannot be read.</summary>
    public static string International(string number)
    {
        var numbers = PhoneNumberUtil.GetInstance();
        return Read(number) is { } read ? numbers.Format(read, PhoneNumberFormat.INTERNATIONAL) : number;
    }

    /// <summary>
    /// The number as dialled from a country: <c>020 7183 8750</c> in Great Britain, <c>00 44 20 7183 8750</c> in France; unchanged when it
    /// cannot be read.
    /// </summary>
    /// <param name="number">E.164.</param>
    /// <param name="country">ISO 3166-1 alpha-2.</param>
    public static string From(string number, string country) =>
        Read(number) is not { } read ? number
        : PhoneNumberUtil.GetInstance() is var numbers && numbers.GetRegionCodeForNumber(read) == country ? numbers.Format(read, PhoneNumberFormat.NATIONAL)
        : numbers.FormatOutOfCountryCallingNumber(read, country);

    private static PhoneNumber? Read(string number)
    {
        try
        {
            return PhoneNumberUtil.GetInstance().Parse(number, null);
        }
        catch (NumberParseException)
        {
            return null;
        }
    }
}
