namespace Distribution.Releases.Workflow;

/// <summary>The kind of a transition; the words stand in the audit and never change.</summary>
public enum TransitionKind
{
    Created,
    Edited,
    Translated,
    Removed,
    Submitted,
    Approved,
    Returned,
    Withdrawn,
    Reopened,
    Scheduled,
    Unscheduled,

    /// <summary>Its time came and nobody had approved it, or a translation was missing.</summary>
    Missed,

    /// <summary>It became public and its dispatch began.</summary>
    Dispatched,

    /// <summary>Every recipient has an outcome.</summary>
    Released,
}
