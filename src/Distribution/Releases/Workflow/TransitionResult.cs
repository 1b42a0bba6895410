using Distribution.Platform.Validation;
using Distribution.Releases.Checks;
using Distribution.Releases.Drafts;
using Distribution.Releases.Intake;

namespace Distribution.Releases.Workflow;

/// <summary>The result of a transition of a release.</summary>
public abstract record TransitionResult
{
    private TransitionResult() { }

    public sealed record Done(ReleaseDocument Release) : TransitionResult
    {
        /// <summary>Parts of its texts that were not taken over.</summary>
        public IReadOnlyList<DroppedPart> Dropped { get; init; } = [];

        /// <summary>The effect of an approval; null for any other transition.</summary>
        public ApprovalEffect? Effect { get; init; }
    }

    /// <summary>The state of the release or the roles of the user do not allow it.</summary>
    public sealed record Refused(TransitionDecision Answer) : TransitionResult;

    /// <summary>It is no longer the version that was read or named.</summary>
    public sealed record Changed : TransitionResult;

    /// <summary>Checks have found errors, or warnings without an acknowledgement.</summary>
    public sealed record Blocked(IReadOnlyList<CheckFinding> Findings) : TransitionResult;

    public sealed record Invalid(FieldErrors Errors) : TransitionResult;
}
