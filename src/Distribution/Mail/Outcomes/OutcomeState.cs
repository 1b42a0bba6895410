namespace Distribution.Mail.Outcomes;

/// <summary>The outcome of one recipient.</summary>
public enum OutcomeState
{
    /// <summary>Not yet tried.</summary>
    Planned,

    /// <summary>In flight: the mail may be on its way; recorded before its first byte is sent.</summary>
    Handed,

    /// <summary>Taken by the mail server.</summary>
    Accepted,

    /// <summary>Refused for good.</summary>
    Refused,

    /// <summary>Refused for now; tried again at its time.</summary>
    Deferred,

    /// <summary>May have been accepted: there was no answer. Mailed again once, with the same Message-ID.</summary>
    Uncertain,

    /// <summary>May have been accepted, twice without an answer; waits for a person.</summary>
    Held,

    /// <summary>Deferred for longer than the maximum age.</summary>
    Expired,

    /// <summary>Could not be written as a mail.</summary>
    Failed,

    /// <summary>Left, was suppressed or was erased after planning.</summary>
    Skipped,
}
