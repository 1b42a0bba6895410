using System.Diagnostics;
using Distribution.Releases.Drafts;
using Distribution.Releases.Workflow;
using Distribution.Web.Platform.Problems;
using Distribution.Web.Publisher.Users;

namespace Distribution.Web.Releases.Workflow;

/// <summary>A refused transition of a release over HTTP.</summary>
internal static class RefusedTransition
{
    /// <summary>403, or 409 with what has to happen first.</summary>
    public static Problem Get(TransitionDecision answer, string office) => answer switch
    {
        TransitionDecision.Needs needs => MissingRole.At(office, needs.Role),
        TransitionDecision.NeedsSecondUser =>
            new ConflictProblem(ProblemTypes.SecondUser, "You edited its latest version. Submit it, so that another approver is asked."),
        TransitionDecision.WrongState wrong => new ConflictProblem(ProblemTypes.WrongState, Hint(wrong.State)),
        _ => throw new UnreachableException(),
    };

    private static string Hint(ReleaseState state) => state switch
    {
        ReleaseState.Draft => "The release is a draft.",
        ReleaseState.Returned => "The release was returned to its author.",
        ReleaseState.Submitted => "The release waits for approval.",
        ReleaseState.Approved => "The release is approved and has no time yet.",
        ReleaseState.Scheduled => "The release is scheduled. Unschedule it first.",
        ReleaseState.Withdrawn => "The release was withdrawn. Reopen it first.",
        _ => "The release is public: only translations that are not yet approved can be added and changed.",
    };
}
