using System.ComponentModel.DataAnnotations;
using NCrontab;

namespace Distribution.Server.Loops;

/// <summary>A schedule of six fields: second, minute, hour, day, month, day of the week.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class ScheduleAttribute : ValidationAttribute
{
    private static readonly CrontabSchedule.ParseOptions SixFields = new() { IncludingSeconds = true };

    public static CrontabSchedule Parse(string text) => CrontabSchedule.Parse(text, SixFields);

    public override bool IsValid(object? value) => value is string text && CrontabSchedule.TryParse(text, SixFields) is not null;

    public override string FormatErrorMessage(string name) =>
        $"{name.Split('.')[^1]} is not a schedule of six fields (second minute hour day month weekday), such as 0 */5 * * * * for every "
            + "five minutes.";
}
