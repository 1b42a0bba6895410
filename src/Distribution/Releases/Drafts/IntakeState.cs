namespace Distribution.Releases.Drafts;

/// <summary>How far a new release has come.</summary>
public enum IntakeState
{
    /// <summary>It is written on.</summary>
    Draft,

    /// <summary>An approver is asked.</summary>
    Submitted,

    /// <summary>The creator approves it: it is sent at its time, or at once.</summary>
    Approved,
}
