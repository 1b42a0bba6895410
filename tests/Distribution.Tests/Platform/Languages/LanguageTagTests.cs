using Distribution.Platform.Languages;

namespace Distribution.Tests.Platform.Languages;

public sealed class LanguageTagTests
{
    [Theory]
    [InlineData("en", true)]
    [InlineData("es-419", true)]
    [InlineData("zh-Hant-TW", true)]
    [InlineData("xx", false)]
    [InlineData("english", false)]
    [InlineData("en_GB", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void A_tag_is_well_formed_and_its_language_known(string? tag, bool valid) => Assert.Equal(valid, LanguageTag.IsValid(tag));

    [Theory]
    [InlineData("ES-LATN-mx", "es-Latn-MX")]
    [InlineData("Fr", "fr")]
    public void A_tag_has_one_way_of_writing(string tag, string expected) => Assert.Equal(expected, LanguageTag.Normalize(tag));

    [Theory]
    [InlineData("ar-EG", "rtl")]
    [InlineData("en", "ltr")]
    public void A_language_has_a_direction(string tag, string expected) => Assert.Equal(expected, LanguageTag.Direction(tag));
}
