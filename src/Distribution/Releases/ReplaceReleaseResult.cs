using Distribution.Validation;

namespace Distribution.Releases;

public abstract record ReplaceReleaseResult
{
    private ReplaceReleaseResult() { }

    public sealed record Replaced(ReleaseDocument Release) : ReplaceReleaseResult;

    /// <summary>The release's state does not allow it.</summary>
    public sealed record Refused(ReleaseState State) : ReplaceReleaseResult;

    /// <summary>The release is no longer the one that was read.</summary>
    public sealed record Changed : ReplaceReleaseResult;

    public sealed record Invalid(FieldErrors Errors) : ReplaceReleaseResult;
}
