using Distribution.Platform.Validation;
using Distribution.Releases.Checks;
using Distribution.Releases.Intake;
using Distribution.Releases.Workflow;

namespace Distribution.Releases.Drafts;

public abstract record CreateReleaseResult
{
    private CreateReleaseResult() { }

    public sealed record Created(ReleaseDocument Release) : CreateReleaseResult
    {
        /// <summary>Parts of its texts that were not taken over.</summary>
        public IReadOnlyList<DroppedPart> Dropped { get; init; } = [];
    }

    /// <summary>There is a release with this source already.</summary>
    public sealed record Known(string Id) : CreateReleaseResult;

    /// <summary>It may be made, but not in this state by this person.</summary>
    public sealed record Refused(TransitionDecision Answer) : CreateReleaseResult;

    /// <summary>Checks have found errors, or warnings without an acknowledgement.</summary>
    public sealed record Blocked(IReadOnlyList<CheckFinding> Findings) : CreateReleaseResult;

    public sealed record Invalid(FieldErrors Errors) : CreateReleaseResult;
}
