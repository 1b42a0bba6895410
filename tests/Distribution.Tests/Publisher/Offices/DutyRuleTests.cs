using System.Globalization;
using Distribution.Publisher.Offices;
using Distribution.Testing;

namespace Distribution.Tests.Publisher.Offices;

public sealed class DutyRuleTests
{
    private const string PortOfSpain = "America/Port_of_Spain";
    private const string Paris = "Europe/Paris";
    private const string Sydney = "Australia/Sydney";
    private const string Santiago = "America/Santiago";

    [Theory]
    [InlineData(PortOfSpain, "tuesday 09:00-17:00", "2026-01-20T12:59:59Z", false)]
    [InlineData(PortOfSpain, "tuesday 09:00-17:00", "2026-01-20T13:00:00Z", true)]
    [InlineData(PortOfSpain, "tuesday 09:00-17:00", "2026-01-20T20:59:59Z", true)]
    [InlineData(PortOfSpain, "tuesday 09:00-17:00", "2026-01-20T21:00:00Z", false)]
    [InlineData(PortOfSpain, "tuesday 09:00-17:00", "2026-01-21T13:00:00Z", false)]
    [InlineData(PortOfSpain, "tuesday 09:00-17:00", "2026-01-20T23:30:00+09:00", true)]
    [InlineData(PortOfSpain, "tuesday 09:00-12:00, tuesday 13:00-17:00", "2026-01-20T16:00:00Z", false)]
    [InlineData(PortOfSpain, "tuesday 09:00-12:00, tuesday 13:00-17:00", "2026-01-20T17:00:00Z", true)]
    [InlineData(PortOfSpain, "tuesday 09:00-09:00", "2026-01-21T12:59:59Z", true)]
    [InlineData(PortOfSpain, "tuesday 09:00-09:00", "2026-01-21T13:00:00Z", false)]
    [InlineData(PortOfSpain, "tuesday 00:00-00:00", "2026-01-21T03:59:59Z", true)]
    [InlineData(PortOfSpain, "tuesday 00:00-00:00", "2026-01-21T04:00:00Z", false)]
    [InlineData(Sydney, "friday 00:00-00:00", "9999-12-31T23:59:59Z", true)]
    public void A_press_officer_is_on_duty_from_the_first_minute_to_before_the_last(string zone, string hours, string at, bool isOnDuty) =>
        AssertOnDuty(isOnDuty, zone, hours, at);

    [Theory]
    [InlineData(PortOfSpain, "friday 18:00-01:00", "2026-11-27T21:59:59Z", false)]
    [InlineData(PortOfSpain, "friday 18:00-01:00", "2026-11-27T22:00:00Z", true)]
    [InlineData(PortOfSpain, "friday 18:00-01:00", "2026-11-28T04:59:59Z", true)]
    [InlineData(PortOfSpain, "friday 18:00-01:00", "2026-11-28T05:00:00Z", false)]
    [InlineData(PortOfSpain, "friday 18:00-01:00", "2026-11-27T04:30:00Z", false)]
    [InlineData(PortOfSpain, "saturday 20:00-02:00", "2026-11-29T05:59:59Z", true)]
    [InlineData(PortOfSpain, "sunday 20:00-02:00", "2026-11-30T05:59:59Z", true)]
    [InlineData(PortOfSpain, "sunday 20:00-00:00", "2026-11-30T03:59:59Z", true)]
    [InlineData(PortOfSpain, "sunday 20:00-00:00", "2026-11-30T04:00:00Z", false)]
    public void An_evening_shift_goes_on_past_midnight_and_belongs_to_its_evening(string zone, string hours, string at, bool isOnDuty) =>
        AssertOnDuty(isOnDuty, zone, hours, at);

    [Theory]
    [InlineData(Paris, "monday 09:00-17:00", "2026-03-23T07:59:59Z", false)]
    [InlineData(Paris, "monday 09:00-17:00", "2026-03-23T08:00:00Z", true)]
    [InlineData(Paris, "monday 09:00-17:00", "2026-03-30T06:59:59Z", false)]
    [InlineData(Paris, "monday 09:00-17:00", "2026-03-30T07:00:00Z", true)]
    [InlineData(PortOfSpain, "tuesday 09:00-17:00", "2026-07-21T12:59:59Z", false)]
    [InlineData(PortOfSpain, "tuesday 09:00-17:00", "2026-07-21T13:00:00Z", true)]
    [InlineData(Sydney, "wednesday 18:00-02:00", "2026-01-21T07:00:00Z", true)]
    [InlineData(Sydney, "wednesday 18:00-02:00", "2026-01-21T14:59:59Z", true)]
    [InlineData(Sydney, "wednesday 18:00-02:00", "2026-01-21T15:00:00Z", false)]
    [InlineData(Sydney, "wednesday 18:00-02:00", "2026-07-22T07:59:59Z", false)]
    [InlineData(Sydney, "wednesday 18:00-02:00", "2026-07-22T08:00:00Z", true)]
    [InlineData(Sydney, "wednesday 18:00-02:00", "2026-07-22T15:59:59Z", true)]
    [InlineData(Sydney, "wednesday 18:00-02:00", "2026-07-22T16:00:00Z", false)]
    public void Hours_are_those_of_the_wall_in_summer_and_in_winter(string zone, string hours, string at, bool isOnDuty) =>
        AssertOnDuty(isOnDuty, zone, hours, at);

    [Theory]
    [InlineData(Paris, "sunday 01:00-04:00", "2026-03-29T00:59:59Z", true)]
    [InlineData(Paris, "sunday 01:00-04:00", "2026-03-29T01:59:59Z", true)]
    [InlineData(Paris, "sunday 01:00-04:00", "2026-03-29T02:00:00Z", false)]
    [InlineData(Paris, "sunday 02:00-03:00", "2026-03-29T00:59:59Z", false)]
    [InlineData(Paris, "sunday 02:00-03:00", "2026-03-29T01:00:00Z", false)]
    [InlineData(Paris, "sunday 02:30-05:00", "2026-03-29T00:59:59Z", false)]
    [InlineData(Paris, "sunday 02:30-05:00", "2026-03-29T01:00:00Z", true)]
    [InlineData(Paris, "saturday 22:00-02:30", "2026-03-29T00:59:59Z", true)]
    [InlineData(Paris, "saturday 22:00-02:30", "2026-03-29T01:00:00Z", false)]
    [InlineData(Sydney, "sunday 02:00-03:00", "2026-10-03T15:59:59Z", false)]
    [InlineData(Sydney, "sunday 02:00-03:00", "2026-10-03T16:00:00Z", false)]
    [InlineData(Sydney, "sunday 02:30-05:00", "2026-10-03T16:00:00Z", true)]
    [InlineData(Santiago, "saturday 22:00-00:30", "2026-09-06T03:59:59Z", true)]
    [InlineData(Santiago, "saturday 22:00-00:30", "2026-09-06T04:00:00Z", false)]
    public void An_hour_that_the_clock_skips_is_nobodys(string zone, string hours, string at, bool isOnDuty) =>
        AssertOnDuty(isOnDuty, zone, hours, at);

    [Theory]
    [InlineData(Paris, "sunday 02:00-03:00", "2026-10-24T23:59:59Z", false)]
    [InlineData(Paris, "sunday 02:00-03:00", "2026-10-25T00:00:00Z", true)]
    [InlineData(Paris, "sunday 02:00-03:00", "2026-10-25T00:59:59Z", true)]
    [InlineData(Paris, "sunday 02:00-03:00", "2026-10-25T01:00:00Z", true)]
    [InlineData(Paris, "sunday 02:00-03:00", "2026-10-25T01:59:59Z", true)]
    [InlineData(Paris, "sunday 02:00-03:00", "2026-10-25T02:00:00Z", false)]
    [InlineData(Paris, "saturday 22:00-02:30", "2026-10-25T00:29:59Z", true)]
    [InlineData(Paris, "saturday 22:00-02:30", "2026-10-25T00:30:00Z", false)]
    [InlineData(Paris, "saturday 22:00-02:30", "2026-10-25T01:29:59Z", true)]
    [InlineData(Paris, "saturday 22:00-02:30", "2026-10-25T01:30:00Z", false)]
    [InlineData(Sydney, "sunday 02:00-03:00", "2026-04-04T15:30:00Z", true)]
    [InlineData(Sydney, "sunday 02:00-03:00", "2026-04-04T16:30:00Z", true)]
    [InlineData(Sydney, "sunday 02:00-03:00", "2026-04-04T17:00:00Z", false)]
    [InlineData(Santiago, "saturday 22:00-00:00", "2026-04-05T02:59:59Z", true)]
    [InlineData(Santiago, "saturday 22:00-00:00", "2026-04-05T03:59:59Z", true)]
    [InlineData(Santiago, "saturday 22:00-00:00", "2026-04-05T04:00:00Z", false)]
    public void An_hour_that_the_clock_shows_twice_is_on_duty_twice(string zone, string hours, string at, bool isOnDuty) =>
        AssertOnDuty(isOnDuty, zone, hours, at);

    [Theory]
    [InlineData("friday 18:00-01:00", "2026-11-28", "2026-11-28", "2026-11-28T04:30:00Z", DutyReason.InHours)]
    [InlineData("friday 18:00-01:00", "2026-11-28", "2026-11-28", "2026-11-28T05:00:00Z", null)]
    [InlineData("friday 18:00-01:00", "2026-11-23", "2026-11-27", "2026-11-27T23:00:00Z", null)]
    [InlineData("friday 18:00-01:00", "2026-11-23", "2026-11-27", "2026-11-28T04:30:00Z", DutyReason.OutOfHours)]
    [InlineData("friday 18:00-01:00", "2026-11-23", "2026-11-26", "2026-11-27T22:00:00Z", DutyReason.InHours)]
    [InlineData("tuesday 00:00-00:00", "2026-11-24", "2026-11-24", "2026-11-24T03:59:59Z", DutyReason.OutOfHours)]
    [InlineData("tuesday 00:00-00:00", "2026-11-24", "2026-11-24", "2026-11-24T04:00:00Z", null)]
    [InlineData("tuesday 00:00-00:00", "2026-11-24", "2026-11-24", "2026-11-25T03:59:59Z", null)]
    [InlineData("tuesday 00:00-00:00", "2026-11-24", "2026-11-24", "2026-11-25T04:00:00Z", DutyReason.OutOfHours)]
    [InlineData("", "2026-11-24", "2026-11-24", "2026-11-24T12:00:00Z", null)]
    [InlineData("", "2026-11-24", "2026-11-24", "2026-11-25T04:00:00Z", DutyReason.NoStatedHours)]
    public void Leave_takes_the_shifts_that_begin_on_its_days_and_every_call_outside_them(string hours, string from, string until, string at, DutyReason? expected)
    {
        var officer = Officer(hours) with { Absences = [new() { From = Day(from), Until = Day(until) }] };

        Assert.Equal(expected, DutyRule.ReasonOf(new(officer, Office(PortOfSpain)), Instant(at)));
    }

    [Theory]
    [InlineData("", true, DutyReason.NoStatedHours)]
    [InlineData("monday 09:00-17:00", true, DutyReason.OutOfHours)]
    [InlineData("monday 09:00-17:00", false, null)]
    public void Outside_stated_hours_only_a_number_for_that_is_called(string hours, bool hasNumber, DutyReason? expected)
    {
        var officer = Officer(hours);
        if (!hasNumber) officer = officer with { Phones = [.. officer.Phones.Where(phone => phone.Kind is not PressOfficerPhoneKind.OutOfHours)] };

        Assert.Equal(expected, DutyRule.ReasonOf(new(officer, Office(PortOfSpain)), Instant("2026-11-24T13:00:00Z")));
    }

    [Theory]
    [InlineData(DutyReason.InHours, "+1", "+2", "+3")]
    [InlineData(DutyReason.NoStatedHours, "+1", "+2", "+3")]
    [InlineData(DutyReason.OutOfHours, "+4")]
    public void A_number_for_out_of_hours_is_called_then_and_no_other(DutyReason reason, params string[] numbers) =>
        Assert.Equal(numbers, DutyRule.Phones(Officer(""), reason).Select(phone => phone.Number));

    private static void AssertOnDuty(bool expected, string zone, string hours, string at) =>
        Assert.Equal(expected ? DutyReason.InHours : DutyReason.OutOfHours, DutyRule.ReasonOf(new(Officer(hours), Office(zone)), Instant(at)));

    private static PressOfficer Officer(string hours) => SampleData.Maelle with
    {
        DutyHours = Hours.Parse(hours),
        Phones =
        [
            new() { Number = "+1", Kind = PressOfficerPhoneKind.Desk },
            new() { Number = "+2", Kind = PressOfficerPhoneKind.Mobile },
            new() { Number = "+3" },
            new() { Number = "+4", Kind = PressOfficerPhoneKind.OutOfHours },
        ],
    };

    private static Office Office(string zone) => SampleData.Office with { TimeZone = zone };

    private static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    private static DateOnly Day(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture);
}
