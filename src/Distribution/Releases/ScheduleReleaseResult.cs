using Distribution.Validation;

namespace Distribution.Releases;

public abstract record ScheduleReleaseResult
{
    private ScheduleReleaseResult() { }

    public sealed record Scheduled(ReleaseDocument Release) : ScheduleReleaseResult;

    /// <summary>The release's state does not allow it.</summary>
    public sealed record Refused(ReleaseState State) : ScheduleReleaseResult;

    /// <summary>The release is no longer the one that was read.</summary>
    public sealed record Changed : ScheduleReleaseResult;

    public sealed record Invalid(FieldErrors Errors) : ScheduleReleaseResult;
}
