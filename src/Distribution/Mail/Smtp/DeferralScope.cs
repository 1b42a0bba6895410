namespace Distribution.Mail.Smtp;

/// <summary>The scope of a temporary refusal.</summary>
public enum DeferralScope
{
    /// <summary>This recipient; others may be tried at once.</summary>
    Recipient,

    /// <summary>The relay as a whole: it is away or in trouble, and the next recipient would hear the same.</summary>
    Relay,

    /// <summary>We are too fast for the relay.</summary>
    Rate,
}
