namespace Distribution.Mail.Outcomes;

/// <summary>The outcome of one recipient, with the mail server's answer.</summary>
public sealed record Outcome
{
    public static Outcome Planned { get; } = new();

    public OutcomeState State { get; init; }

    /// <summary>How many times the mail was handed over, this time included.</summary>
    public int Attempts { get; init; }

    /// <summary>When it became so.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>When a deferred or uncertain recipient is tried again.</summary>
    public DateTimeOffset? RetryAt { get; init; }

    /// <summary>SMTP reply code (RFC 5321, section 4.2), 0 when there was none.</summary>
    public int Code { get; init; }

    /// <summary>Enhanced status code (RFC 3463), such as <c>5.1.1</c>.</summary>
    public string? Enhanced { get; init; }

    /// <summary>The server's own words, cut to <see cref="ServerWords.Longest"/> characters.</summary>
    public string? Words { get; init; }

    /// <summary>Which connection it went over.</summary>
    public string? Connection { get; init; }

    /// <summary>An earlier attempt had no answer, so that the recipient may have received the mail twice.</summary>
    public bool MaybeTwice { get; init; }

    /// <summary>Nothing more will happen by itself.</summary>
    public bool IsFinal => State is OutcomeState.Accepted or OutcomeState.Refused or OutcomeState.Expired
        or OutcomeState.Held or OutcomeState.Failed or OutcomeState.Skipped;

    /// <summary>Whether the recipient may be mailed now.</summary>
    public bool IsDue(DateTimeOffset now) => State switch
    {
        OutcomeState.Planned => true,
        OutcomeState.Deferred or OutcomeState.Uncertain => RetryAt is null || RetryAt <= now,
        _ => false,
    };
}
