using System.Text.Json.Serialization;

namespace Distribution.Publisher.Offices;

/// <summary>Hours of duty that come every week, by the clock on the wall of the press officer's office.</summary>
public sealed record DutySpan
{
    /// <summary>The day on which it begins.</summary>
    public required DayOfWeek Weekday { get; init; }

    /// <summary>When it begins, such as 09:00.</summary>
    [JsonConverter(typeof(WallTimeConverter))]
    public required TimeOnly From { get; init; }

    /// <summary>When it is over, such as 17:00; at or before the beginning it is a time of the next day.</summary>
    [JsonConverter(typeof(WallTimeConverter))]
    public required TimeOnly Until { get; init; }
}
