using Distribution.Releases.Drafts;

namespace Distribution.Releases.Workflow;

/// <summary>The effect of writing a text on its release.</summary>
public enum TextEditing
{
    /// <summary>It is being written.</summary>
    Free,

    /// <summary>An approver has been asked about it, and will see the words as they are then.</summary>
    ChangesWhatIsAsked,

    /// <summary>The approval of the release ends.</summary>
    EndsApproval,

    /// <summary>Nobody answers for this text yet; the approval of the others stays.</summary>
    StandsAlone,

    /// <summary>It cannot be written in this state.</summary>
    Closed,
}

/// <summary>The meaning of writing a text in the state of its release; pure.</summary>
public static class TextEditingRule
{
    public static TextEditing Of(Release release, string language)
    {
        var action = release.Approvals.Count > 0 && !ApprovalRule.IsCovered(release, language)
            ? ReleaseAction.Translate
            : ReleaseAction.Replace;
        if (!ReleaseStateMachine.Allows(release.State, action)) return TextEditing.Closed;
        return (release.State, action) switch
        {
            (ReleaseState.Draft or ReleaseState.Returned, _) => TextEditing.Free,
            (ReleaseState.Submitted, _) => TextEditing.ChangesWhatIsAsked,
            (_, ReleaseAction.Translate) => TextEditing.StandsAlone,
            _ => TextEditing.EndsApproval,
        };
    }
}
