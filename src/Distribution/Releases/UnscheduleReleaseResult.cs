namespace Distribution.Releases;

public abstract record UnscheduleReleaseResult
{
    private UnscheduleReleaseResult() { }

    public sealed record Unscheduled(ReleaseDocument Release) : UnscheduleReleaseResult;

    /// <summary>The release's state does not allow it.</summary>
    public sealed record Refused(ReleaseState State) : UnscheduleReleaseResult;

    /// <summary>The release is no longer the one that was read.</summary>
    public sealed record Changed : UnscheduleReleaseResult;
}
