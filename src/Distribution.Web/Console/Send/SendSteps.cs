using Distribution.Releases.Drafts;
using Distribution.Releases.Workflow;

namespace Distribution.Web.Console.Send;

/// <summary>Which steps a release offers a user now, by the rules of the workflow; pure.</summary>
/// <param name="document">The release.</param>
/// <param name="actor">The facts about the user.</param>
public sealed class SendSteps(ReleaseDocument document, ActorContext actor)
{
    private ReleaseState State => document.Release.State;

    /// <summary>Whether a text is ready that nobody has approved.</summary>
    public bool HasOpenTexts { get; } = ApprovalRule.Open(document.Release, document.Translations).Count > 0;

    /// <summary>The answer that the release waits for in its state.</summary>
    public SendAnswer Answer => State switch
    {
        ReleaseState.Draft or ReleaseState.Returned => HasOpenTexts ? SendAnswer.Schedule : SendAnswer.None,
        ReleaseState.Submitted => SendAnswer.Approve,
        ReleaseState.Approved => HasOpenTexts ? SendAnswer.Approve : SendAnswer.Schedule,
        ReleaseState.Scheduled or ReleaseState.Dispatching or ReleaseState.Released =>
            HasOpenTexts ? SendAnswer.ApproveTexts : SendAnswer.None,
        _ => SendAnswer.None,
    };

    public bool CanAnswer => Answer != SendAnswer.None && Can(Asked);

    /// <summary>Whether the user may not answer because the words are theirs.</summary>
    public bool NeedsSecondUser => Answer != SendAnswer.None && Decide(Asked) is TransitionDecision.NeedsSecondUser;

    public bool CanSubmit => HasOpenTexts && Can(ReleaseAction.Submit);

    public bool CanReturn => Can(ReleaseAction.Return) && (!ReleaseStateMachine.IsPublic(State) || HasOpenTexts);

    public bool CanUnschedule => Can(ReleaseAction.Unschedule);

    public bool CanWithdraw => Can(ReleaseAction.Withdraw);

    public bool CanReopen => Can(ReleaseAction.Reopen);

    private ReleaseAction Asked => Answer == SendAnswer.Schedule ? ReleaseAction.Schedule : ReleaseAction.Approve;

    private bool Can(ReleaseAction action) => Decide(action) is TransitionDecision.Leads;

    private TransitionDecision Decide(ReleaseAction action) => ReleaseStateMachine.Decide(State, action, actor);
}

/// <summary>The answer that a release waits for.</summary>
public enum SendAnswer
{
    None,

    /// <summary>Approve it, with its time.</summary>
    Approve,

    /// <summary>Set its time; of what nobody has approved that is an approval too.</summary>
    Schedule,

    /// <summary>Approve texts of a release that has its time already.</summary>
    ApproveTexts,
}
