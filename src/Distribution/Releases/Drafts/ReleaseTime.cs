namespace Distribution.Releases.Drafts;

/// <summary>Row of a time index: a release at an instant.</summary>
public sealed record ReleaseTime
{
    public required string Release { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Set where it is not the release itself that is due but translations that came later: the version that has them.</summary>
    public int? Translation { get; init; }
}
