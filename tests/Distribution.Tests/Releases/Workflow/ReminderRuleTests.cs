using Distribution.Releases.Workflow;

namespace Distribution.Tests.Releases.Workflow;

public sealed class ReminderRuleTests
{
    private static readonly DateTimeOffset Asked = new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    [Theory]
    [InlineData(0, null, 24.0)]
    [InlineData(23, null, 24.0)]
    [InlineData(24, null, 48.0)]
    [InlineData(71, null, 72.0)]
    [InlineData(72, null, null)]
    [InlineData(0, 10, 9.0)]
    [InlineData(9, 10, 24.0)]
    [InlineData(0, 30, 24.0)]
    [InlineData(24, 30, 29.0)]
    [InlineData(72, 100, 99.0)]
    [InlineData(99, 100, null)]
    public void The_next_is_a_day_later_or_an_hour_before_its_time(int hours, int? sendsAfter, double? next) =>
        Assert.Equal(
            next is null ? null : Asked.AddHours(next.Value),
            ReminderRule.Next(Asked, sendsAfter is null ? null : Asked.AddHours(sendsAfter.Value), Asked.AddHours(hours), Day, most: 3));

    [Theory]
    [InlineData(0, null, null)]
    [InlineData(23, null, null)]
    [InlineData(24, null, "1")]
    [InlineData(47, null, "1")]
    [InlineData(48, null, "2")]
    [InlineData(500, null, "3")]
    [InlineData(8, 10, null)]
    [InlineData(9, 10, "0-pressing")]
    [InlineData(29, 30, "1-pressing")]
    public void Each_reminder_has_a_name_so_that_it_is_sent_once(int hours, int? sendsAfter, string? name) =>
        Assert.Equal(
            name,
            ReminderRule.Due(Asked, sendsAfter is null ? null : Asked.AddHours(sendsAfter.Value), Asked.AddHours(hours), Day, most: 3));

    [Fact]
    public void A_release_submitted_in_the_last_hour_before_its_time_is_not_pressing_twice()
    {
        Assert.Null(ReminderRule.Due(Asked, Asked.AddMinutes(30), Asked.AddMinutes(1), Day, most: 3));
        Assert.Equal(Asked.AddDays(1), ReminderRule.Next(Asked, Asked.AddMinutes(30), Asked, Day, most: 3));
    }
}
