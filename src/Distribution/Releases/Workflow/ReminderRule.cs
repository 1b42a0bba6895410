using System.Globalization;

namespace Distribution.Releases.Workflow;

/// <summary>
/// When approvers are reminded of a release that waits for them: each interval since it was submitted, and an hour before its time; pure.
/// </summary>
public static class ReminderRule
{
    private static readonly TimeSpan Pressing = TimeSpan.FromHours(1);

    /// <summary>The next instant after <paramref name="now"/> to remind them at; null when there is none.</summary>
    /// <param name="submittedAt">When they were asked.</param>
    /// <param name="sendAt">When the release is to be sent, if that is known.</param>
    /// <param name="now">The instant.</param>
    /// <param name="interval">Between two reminders.</param>
    /// <param name="most">Regular reminders at the most.</param>
    public static DateTimeOffset? Next(DateTimeOffset submittedAt, DateTimeOffset? sendAt, DateTimeOffset now, TimeSpan interval, int most)
    {
        var passed = Passed(submittedAt, now, interval);
        DateTimeOffset? regular = passed < most ? submittedAt + ((passed + 1) * interval) : null;
        DateTimeOffset? pressing = sendAt - Pressing > now && sendAt - Pressing > submittedAt ? sendAt - Pressing : null;
        return pressing is null || regular < pressing ? regular : pressing;
    }

    /// <summary>A name for the reminder that is due, so that it is sent once; null before the first.</summary>
    public static string? Due(DateTimeOffset submittedAt, DateTimeOffset? sendAt, DateTimeOffset now, TimeSpan interval, int most)
    {
        var passed = Math.Min(most, Passed(submittedAt, now, interval));
        var isPressing = sendAt - Pressing <= now && sendAt - Pressing > submittedAt;
        return passed == 0 && !isPressing
            ? null
            : string.Create(CultureInfo.InvariantCulture, $"{passed}{(isPressing ? "-pressing" : "")}");
    }

    private static int Passed(DateTimeOffset submittedAt, DateTimeOffset now, TimeSpan interval) =>
        Math.Max(0, (int)((now - submittedAt) / interval));
}
