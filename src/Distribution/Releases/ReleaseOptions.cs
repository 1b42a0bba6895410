using System.ComponentModel.DataAnnotations;

namespace Distribution.Releases;

/// <summary>How releases come to be sent.</summary>
public sealed class ReleaseOptions
{
    public const string Section = "Releases";

    /// <summary>How often approvers are reminded of a release that waits for them, one hour to seven days.</summary>
    [Range(typeof(TimeSpan), "01:00:00", "7.00:00:00")]
    public TimeSpan RemindEvery { get; set; } = TimeSpan.FromDays(1);

    /// <summary>How many such reminders there are at the most, 0 to 30.</summary>
    [Range(0, 30)]
    public int MostReminders { get; set; } = 5;
}
