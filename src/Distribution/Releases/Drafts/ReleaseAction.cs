namespace Distribution.Releases.Drafts;

/// <summary>The actions of users and of the dispatch on a release.</summary>
public enum ReleaseAction
{
    /// <summary>Texts or anything else are changed in a way that voids an approval.</summary>
    Replace,

    /// <summary>A translation that nobody has approved yet is added or written on; nothing else is changed.</summary>
    Translate,

    Remove,

    /// <summary>An approver is asked.</summary>
    Submit,

    Approve,

    /// <summary>An approver gives it back to its author.</summary>
    Return,

    /// <summary>It is not to be sent at all.</summary>
    Withdraw,

    /// <summary>A withdrawn release is written on.</summary>
    Reopen,

    Schedule,
    Unschedule,

    /// <summary>Its time has come.</summary>
    Dispatch,

    /// <summary>Every recipient has an outcome.</summary>
    Finish,
}
