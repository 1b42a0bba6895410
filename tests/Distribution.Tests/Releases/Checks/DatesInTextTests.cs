using System.Globalization;
using Distribution.Releases.Checks;

namespace Distribution.Tests.Releases.Checks;

public sealed class DatesInTextTests
{
    private static readonly DateOnly Sent = new(2026, 11, 24);

    [Theory]
    [InlineData("en", "on Tuesday 24 November 2026 in Kingston", null)]
    [InlineData("en", "on Tuesday, November 24, 2026", null)]
    [InlineData("en", "on Monday 24 November 2026", "Tuesday")]
    [InlineData("en", "on Monday, 24th of November", "Tuesday")]
    [InlineData("en", "Friday, November 24th", "Tuesday")]
    [InlineData("en", "24 November, a Monday", null)]
    [InlineData("en", "on Monday 31 November 2026", null)]
    [InlineData("en", "Monday May 2026", null)]
    [InlineData("fr", "le lundi 24 novembre 2026", "mardi")]
    [InlineData("fr", "le mardi 24 novembre", null)]
    [InlineData("fr", "le dimanche 1er mars 2026", null)]
    [InlineData("fr-CA", "le samedi 1er mars 2026", "dimanche")]
    [InlineData("es", "el lunes 24 de noviembre de 2026", "martes")]
    [InlineData("es-419", "martes 24 de noviembre", null)]
    [InlineData("en", "from Tuesday 12 January", null)]
    [InlineData("en", "from Monday 12 January", "Tuesday")]
    [InlineData("en", "since Tuesday 30 June", null)]
    [InlineData("pt", "segunda-feira, 24 de novembro de 2026", "terça-feira")]
    [InlineData("ar", "الاثنين 24 نوفمبر 2026", null)]
    public void A_day_of_the_week_that_does_not_fit_its_date_is_found_with_the_real_one(string language, string text, string? real) =>
        Assert.Equal(
            real is null ? [] : [real],
            DatesInText.WrongWeekdays(text, language, Sent).Select(
                found => CultureInfo.GetCultureInfo(language).DateTimeFormat.GetDayName(found.RealDay)));

    [Theory]
    [InlineData("en", "Kingston, 12 July – Four states", "2026-07-12")]
    [InlineData("fr", "Kingston, le 12 mars 2025", "2025-03-12")]
    [InlineData("es", "Kingston, 12 de enero", "2027-01-12")]
    [InlineData("en", "Kingston", null)]
    public void The_first_day_of_a_text_is_read(string language, string text, string? day) =>
        Assert.Equal(day is null ? null : DateOnly.Parse(day, null), DatesInText.First(text, language, Sent));
}
