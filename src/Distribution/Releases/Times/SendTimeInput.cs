using System.Text.Json.Serialization;

namespace Distribution.Releases.Times;

/// <summary>
/// When a release is to be sent, before it is looked at: an instant with its offset, or what the clock of an office or zone shows. As JSON
/// an instant alone is a text; everything else is an object with these members.
/// </summary>
[JsonConverter(typeof(SendTimeConverter))]
public sealed record SendTimeInput
{
    /// <summary>An instant with its offset, as RFC 3339 writes it.</summary>
    public string? At { get; init; }

    /// <summary>The time on the clock there, such as <c>2026-03-09T09:00</c>.</summary>
    public string? Local { get; init; }

    /// <summary>Id of the office whose clock is meant.</summary>
    public string? Office { get; init; }

    /// <summary>IANA zone whose clock is meant.</summary>
    public string? Zone { get; init; }

    /// <summary>The day of the week that the author believes it is, in English, French, Spanish or Portuguese.</summary>
    public string? Weekday { get; init; }

    /// <summary>Which of two is meant where the clock shows the time twice: <c>earlier</c> or <c>later</c>.</summary>
    public string? Choice { get; init; }

    /// <summary>An instant is a send time as it is.</summary>
    public static implicit operator SendTimeInput?(DateTimeOffset? instant) => instant is { } at ? new() { At = at.ToString("O") } : null;
}
