namespace Distribution.Readers.Signups;

/// <summary>How often something was done in a stretch of time, by all instances together.</summary>
public sealed record LimitWindow
{
    public required int Count { get; init; }

    public required DateTimeOffset EndsAt { get; init; }
}
