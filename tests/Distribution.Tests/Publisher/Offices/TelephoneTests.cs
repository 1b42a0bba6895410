using Distribution.Publisher.Offices;

namespace Distribution.Tests.Publisher.Offices;

public sealed class TelephoneTests
{
    [Theory]
    [InlineData("+18685550142", "+1 868-555-0142")]
    [InlineData("+33142345678", "+33 1 42 34 56 78")]
    [InlineData("+442071838750", "+44 20 7183 8750")]
    [InlineData("extension 12", "extension 12")]
    public void A_number_is_grouped_as_its_country_does(string number, string expected) =>
        Assert.Equal(expected, Telephone.International(number));

    [Theory]
    [InlineData("+442071838750", "GB", "020 7183 8750")]
    [InlineData("+442071838750", "FR", "00 44 20 7183 8750")]
    [InlineData("+442071838750", "TT", "011 44 20 7183 8750")]
    [InlineData("+18686221234", "TT", "(868) 622-1234")]
    [InlineData("extension 12", "FR", "extension 12")]
    public void A_number_is_shown_as_it_is_dialled_in_a_country(string number, string country, string expected) =>
        Assert.Equal(expected, Telephone.From(number, country));
}
