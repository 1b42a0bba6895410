using Distribution.Platform.Validation;
using Distribution.Publisher.Offices;

namespace Distribution.Releases.Times;

/// <summary>Which times a release can still, and can already, be set to; pure.</summary>
public static class SendTimeLimits
{
    /// <summary>How long ago a send time may be when it arrives: the clock of who sends it may be behind, and so may the network.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromMinutes(1);

    /// <summary>Whatever is farther away is a slip in the year.</summary>
    private const int MostYears = 2;

    /// <param name="at">When a release is to be sent; null for now.</param>
    /// <param name="office">The message shows the time by its clock; by UTC where it is not known.</param>
    /// <param name="now">The instant it is.</param>
    /// <param name="errors">Get what is wrong.</param>
    public static void Check(DateTimeOffset? at, Office? office, DateTimeOffset now, FieldErrors errors, string field = SendTimeRule.Field)
    {
        if (at < now - Grace) errors.Add(field, $"lies in the past: {Words(at.Value, office)}.");
        if (at > now.AddYears(MostYears)) errors.Add(field, $"lies more than {MostYears} years ahead: {Words(at.Value, office)}. Look at the year.");
    }

    private static string Words(DateTimeOffset at, Office? office) => TimeText.Format(at, office is null ? TimePlace.Utc : TimePlace.From(office), "en");
}
