using Distribution.Publisher.Users;
using Distribution.Releases.Drafts;

namespace Distribution.Releases.Workflow;

/// <summary>The decision about a requested action on a release.</summary>
public abstract record TransitionDecision
{
    private TransitionDecision() { }

    /// <summary>It is done, and this is the state then.</summary>
    public sealed record Leads(ReleaseState Next) : TransitionDecision;

    /// <summary>Nobody can do that in this state.</summary>
    public sealed record WrongState(ReleaseState State) : TransitionDecision;

    /// <summary>It takes a higher role.</summary>
    public sealed record Needs(Role Role) : TransitionDecision;

    /// <summary>It takes somebody else than the last editor.</summary>
    public sealed record NeedsSecondUser : TransitionDecision;
}
