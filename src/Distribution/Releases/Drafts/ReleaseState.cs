namespace Distribution.Releases.Drafts;

public enum ReleaseState
{
    /// <summary>Being written.</summary>
    Draft,

    /// <summary>Waits for its time.</summary>
    Scheduled,

    /// <summary>Public; its mails are going out.</summary>
    Dispatching,

    /// <summary>Public; every recipient has an outcome.</summary>
    Released,

    /// <summary>Waits for an approver.</summary>
    Submitted,

    /// <summary>Approved, and nobody has set a time yet or the time has passed.</summary>
    Approved,

    /// <summary>Given back by an approver with a note; is written on like a draft.</summary>
    Returned,

    /// <summary>Taken back before it was public; kept for the record.</summary>
    Withdrawn,
}
