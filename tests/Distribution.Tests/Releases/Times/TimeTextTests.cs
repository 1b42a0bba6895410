using System.Globalization;
using Distribution.Platform.Validation;
using Distribution.Releases.Times;
using Distribution.Testing;

namespace Distribution.Tests.Releases.Times;

public sealed class TimeTextTests
{
    private static readonly TimePlace PortOfSpain = TimePlace.From(SampleData.Office);

    [Theory]
    [InlineData("en", "Monday 9 March 2026, 09:00 (UTC−04:00, Port of Spain)")]
    [InlineData("fr", "lundi 9 mars 2026 à 09 h 00 (UTC−04:00, Port-d’Espagne)")]
    [InlineData("es-419", "lunes 9 de marzo de 2026, 09:00 (UTC−04:00, Puerto España)")]
    [InlineData("nl", "Monday 9 March 2026, 09:00 (UTC−04:00, Port of Spain)")]
    public void A_time_is_said_with_weekday_offset_and_place(string language, string text) =>
        Assert.Equal(text, Get("2026-03-09T13:00:00Z", PortOfSpain, language));

    [Theory]
    [InlineData("en", "Friday 1 January 2027, 00:00 (UTC)")]
    [InlineData("fr", "vendredi 1er janvier 2027 à 00 h 00 (UTC)")]
    [InlineData("es", "viernes 1 de enero de 2027, 00:00 (UTC)")]
    public void The_first_of_a_month_and_UTC_have_their_own_form(string language, string text) =>
        Assert.Equal(text, Get("2027-01-01T00:00:00Z", TimePlace.Utc, language));

    [Theory]
    [InlineData("en", "2026-12-01", "1 December 2026")]
    [InlineData("fr", "2026-12-01", "1er décembre 2026")]
    [InlineData("es", "2026-12-24", "24 de diciembre de 2026")]
    [InlineData("pt", "2026-12-24", "24 de dezembro de 2026")]
    [InlineData("ar", "2026-12-24", "24 ديسمبر 2026")]
    public void A_day_is_said_in_words(string language, string day, string text) =>
        Assert.Equal(text, TimeText.Day(DateOnly.Parse(day, CultureInfo.InvariantCulture), language));

    [Fact]
    public void Every_clock_has_its_own_day()
    {
        var times = TimesView.From(InstantText.Parse("2027-01-01T02:00:00Z")!.Value, PortOfSpain, TimePlace.From("Asia/Kathmandu"));

        Assert.Equal((DayOfWeek.Friday, "UTC"), (times.Utc.Weekday, times.Utc.Zone));
        Assert.Equal(
            (DayOfWeek.Thursday, "America/Port_of_Spain", TimeSpan.FromHours(-4)),
            (times.Office!.Weekday, times.Office.Zone, times.Office.At.Offset));
        Assert.Equal("Friday 1 January 2027, 07:45 (UTC+05:45, Asia/Kathmandu)", times.Caller!.Text.In("en"));
    }

    [Fact]
    public void Every_language_has_every_phrase() =>
        Assert.All(TimePhrases.Book.All, phrases => Assert.Equal(TimePhrases.Book.In("en").Texts.Keys.Order(), phrases.Texts.Keys.Order()));

    private static string Get(string at, TimePlace place, string language) =>
        TimeText.Format(InstantText.Parse(at)!.Value, place, language).Replace('\u00a0', ' ');
}
