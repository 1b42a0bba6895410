using Distribution.Offices;

namespace Distribution.Tests.Offices;

public sealed class TelephoneTests
{
    [Theory]
    [InlineData("+18685550142", "+1 868-555-0142")]
    [InlineData("+33142345678", "+33 1 42 34 56 78")]
    [InlineData("+442071838750", "+44 20 7183 8750")]
    [InlineData("extension 12", "extension 12")]
    public void A_number_is_grouped_as_its_country_does(string number, string expected) => Assert.Equal(expected, Telephone.International(number));
}
