using Distribution.Releases.Drafts;
using Distribution.Testing;

namespace Distribution.Tests.Releases.Drafts;

public sealed class ReleaseDateTests
{
    private static readonly DateTimeOffset JustAfterMidnight = new(2026, 3, 13, 2, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("en", "d MMMM yyyy", "12 March 2026")]
    [InlineData("fr", "d MMMM yyyy", "12 mars 2026")]
    [InlineData("es-419", "d 'de' MMMM 'de' yyyy", "12 de marzo de 2026")]
    [InlineData("ar", "d MMMM yyyy", "12 مارس 2026")]
    public void The_day_is_that_of_the_office(string language, string pattern, string expected) =>
        Assert.Equal(expected, ReleaseDate.In(language, pattern, JustAfterMidnight, SampleData.Office));
}
