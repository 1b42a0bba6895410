using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Distribution.Releases.Drafts;

/// <summary>How releases come to be sent.</summary>
public sealed class ReleaseOptions
{
    public const string Section = "Releases";

    /// <summary>How often approvers are reminded of a release that waits for them, one hour to seven days.</summary>
    [Range(typeof(TimeSpan), "01:00:00", "7.00:00:00")]
    public TimeSpan RemindEvery { get; set; } = TimeSpan.FromDays(1);

    /// <summary>Whether the web addresses in a text are asked if they are there before it is sent.</summary>
    public bool CheckLinks { get; set; } = true;

    /// <summary>Whether addresses in the program's own network are asked, too. Only for a network that nobody else writes links into.</summary>
    public bool CheckPrivateLinks { get; set; }

    /// <summary>How many such reminders there are at the most, 0 to 30.</summary>
    [Range(0, 30)]
    public int MostReminders { get; set; } = 5;
}

[OptionsValidator]
internal sealed partial class ReleaseOptionsValidator : IValidateOptions<ReleaseOptions>;
