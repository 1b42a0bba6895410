using Distribution.Publisher.Users;
using Distribution.Releases.Workflow;
using static Distribution.Releases.Drafts.ReleaseAction;
using static Distribution.Releases.Drafts.ReleaseState;

namespace Distribution.Releases.Drafts;

/// <summary>The states of a release, what leads from one to the other, and who may do it; pure.</summary>
public static class ReleaseStateMachine
{
    /// <summary>The answer to every state, action and person.</summary>
    public static TransitionDecision Decide(ReleaseState state, ReleaseAction action, ActorContext who)
    {
        if (Least(action) is { } role && !(who.Role >= role)) return new TransitionDecision.Needs(role);
        if (After(state, action) is not { } next) return new TransitionDecision.WrongState(state);
        return IsApproval(state, action) && who is { NeedsSecondUser: true, IsLastEditor: true }
            ? new TransitionDecision.NeedsSecondUser()
            : new TransitionDecision.Leads(next);
    }

    /// <summary>The state after an action; null where the action is not allowed.</summary>
    public static ReleaseState? After(ReleaseState state, ReleaseAction action) => (action, state) switch
    {
        (Replace or Translate, Draft or Returned or Submitted) => state,
        (Replace, Approved or Scheduled) => Draft,
        (Translate, Approved or Scheduled or Dispatching or Released) => state,
        (Remove, Draft or Returned or Withdrawn) => state,

        (Submit, Draft or Returned) => Submitted,
        (Submit, Approved or Scheduled or Dispatching or Released) => state,
        (Approve, Submitted) => Approved,
        (Approve, Approved or Scheduled or Dispatching or Released) => state,
        (Return, Submitted or Approved or Scheduled) => Returned,
        (Return, Dispatching or Released) => state,

        (Withdraw, Draft or Returned or Submitted or Approved or Scheduled) => Withdrawn,
        (Reopen, Withdrawn) => Draft,

        (Schedule, Draft or Returned or Submitted or Approved) => Scheduled,
        (Unschedule, Scheduled) => Approved,
        (Dispatch, Scheduled) => Dispatching,
        (Finish, Dispatching) => Released,
        _ => null,
    };

    public static bool Allows(ReleaseState state, ReleaseAction action) => After(state, action) is not null;

    /// <summary>Whether its author is writing it: it may lack what sending takes.</summary>
    public static bool IsBeingWritten(ReleaseState state) => state is Draft or Returned or Withdrawn;

    public static bool IsPublic(ReleaseState state) => state is Dispatching or Released;

    /// <summary>The least role for an action; null for what the program does.</summary>
    private static Role? Least(ReleaseAction action) => action switch
    {
        Replace or Translate or Remove or Submit or Withdraw or Reopen => Role.Author,
        Approve or Return or Schedule or Unschedule => Role.Approver,
        _ => null,
    };

    /// <summary>Scheduling what nobody has approved is approving it.</summary>
    private static bool IsApproval(ReleaseState state, ReleaseAction action) =>
        action == Approve || (action == Schedule && state != Approved);
}
