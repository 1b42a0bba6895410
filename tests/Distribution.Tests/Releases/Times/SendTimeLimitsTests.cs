using Distribution.Platform.Validation;
using Distribution.Releases.Times;
using Distribution.Testing;

namespace Distribution.Tests.Releases.Times;

public sealed class SendTimeLimitsTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 13, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("2026-11-24T12:59:00Z")]
    [InlineData("2028-11-24T13:00:00Z")]
    public void A_minute_ago_and_two_years_ahead_can_be_set(string at) => Assert.Empty(Check(at));

    [Theory]
    [InlineData("2026-11-24T12:58:59Z", "lies in the past: Tuesday 24 November 2026, 08:58 (UTC−04:00, Port of Spain).")]
    [InlineData(
        "2028-11-24T13:00:01Z",
        "lies more than 2 years ahead: Friday 24 November 2028, 09:00 (UTC−04:00, Port of Spain). Look at the year.")]
    public void What_lies_beyond_is_refused_in_the_words_of_the_office(string at, string message) => Assert.Equal([message], Check(at));

    [Fact]
    public void Without_a_time_it_is_now() => Assert.Empty(Check(null));

    private static string[] Check(string? at)
    {
        var errors = new FieldErrors();
        SendTimeLimits.Check(InstantText.Parse(at), PressOffice.Offices[0], Now, errors);
        return errors.ToDictionary().TryGetValue("sendAt", out var messages) ? messages : [];
    }
}
