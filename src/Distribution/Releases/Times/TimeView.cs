using Distribution.Platform.Languages;

namespace Distribution.Releases.Times;

/// <summary>An instant by the clock of one place.</summary>
public sealed record TimeView
{
    /// <summary>With the offset that holds there then.</summary>
    public required DateTimeOffset At { get; init; }

    public required DayOfWeek Weekday { get; init; }

    /// <summary>The IANA zone, or UTC.</summary>
    public required string Zone { get; init; }

    /// <summary>The time as a sentence, by language.</summary>
    public required Names Text { get; init; }

    public static TimeView From(DateTimeOffset at, TimePlace place)
    {
        var local = TimeZoneInfo.ConvertTime(at, place.Zone);
        return new() { At = local, Weekday = local.DayOfWeek, Zone = place.Zone.Id, Text = TimeText.InAll(at, place) };
    }
}
