using Distribution.Mail.Rendering;
using Distribution.Releases.Drafts;
using Distribution.Testing;

namespace Distribution.Tests.Releases.Drafts;

public sealed class ReleaseDateTests
{
    private static readonly DateTimeOffset JustAfterMidnight = new(2026, 3, 13, 2, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("en", "12 March 2026")]
    [InlineData("fr", "12 mars 2026")]
    [InlineData("es-419", "12 de marzo de 2026")]
    [InlineData("ar", "12 مارس 2026")]
    public void The_day_is_that_of_the_office(string language, string expected) =>
        Assert.Equal(expected, ReleaseDate.In(language, MailPhrases.Book.In(language), JustAfterMidnight, SampleData.Office));

    [Theory]
    [InlineData("en", "1 March 2026")]
    [InlineData("fr", "1er mars 2026")]
    [InlineData("es", "1 de marzo de 2026")]
    public void The_first_of_a_month_has_its_own_form(string language, string expected) =>
        Assert.Equal(expected, ReleaseDate.In(language, MailPhrases.Book.In(language), JustAfterMidnight.AddDays(-11), SampleData.Office));
}
