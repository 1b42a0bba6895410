namespace Distribution.Releases;

/// <summary>Row of a time index: a release at an instant.</summary>
public sealed record ReleaseTime
{
    public required string Release { get; init; }

    public required DateTimeOffset At { get; init; }
}
