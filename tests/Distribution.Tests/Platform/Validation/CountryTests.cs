using Distribution.Platform.Validation;

namespace Distribution.Tests.Platform.Validation;

public sealed class CountryTests
{
    [Theory]
    [InlineData("AD", true)]
    [InlineData("AQ", true)]
    [InlineData("EH", true)]
    [InlineData("TT", true)]
    [InlineData("XK", true)]
    [InlineData("ZW", true)]
    [InlineData("tt", false)]
    [InlineData("UK", false)]
    [InlineData("ZZ", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void A_country_is_known_by_its_code_in_capitals(string? code, bool known) => Assert.Equal(known, Countries.IsKnown(code));
}
