namespace Distribution.Mail.SendRates;

/// <summary>The order of mails under a limit; the most urgent is the smallest.</summary>
public enum Urgency
{
    /// <summary>One person waits for it: a sign-in, a confirmation, a notice.</summary>
    Outbox,

    /// <summary>A release is taken back.</summary>
    Kill,

    /// <summary>A release was wrong.</summary>
    Correction,

    /// <summary>A release, or word that its embargo is over.</summary>
    Release,

    /// <summary>Mails that may be read tomorrow.</summary>
    Digest,
}
