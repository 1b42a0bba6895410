namespace Distribution.Mail.Smtp;

/// <summary>The result of one mail to one recipient, named by what the caller may do next.</summary>
public abstract record SendResult(SmtpReply Reply)
{
    /// <summary>The relay has taken the mail.</summary>
    /// <param name="Reply">Its words.</param>
    /// <param name="Connection">Relay and connection number, to find the mail in the relay's log.</param>
    public sealed record Accepted(SmtpReply Reply, string Connection) : SendResult(Reply);

    /// <summary>Never: this recipient or this mail is refused for good.</summary>
    public sealed record Refused(SmtpReply Reply) : SendResult(Reply);

    /// <summary>Not now: nothing was taken, try again later.</summary>
    public sealed record Deferred(SmtpReply Reply, DeferralScope Scope) : SendResult(Reply)
    {
        /// <summary>Whether the relay had got as far as this recipient: then it may be about them after all, and another is tried first next time.</summary>
        public bool HeardRecipient { get; init; }

        /// <summary>The relay will not pass this mail on: either this one recipient's fault or, if it says so of the next one too, ours (<see cref="RelayDoubt"/>).</summary>
        public bool MayBeOurs { get; init; }

        /// <summary>Words about a rate or a limit in a reply to one recipient: theirs or, if several others hear the same in a row, ours (<see cref="RelayDoubt"/>).</summary>
        public bool MayBeRate { get; init; }
    }

    /// <summary>Nobody knows: the mail had left, and no answer came.</summary>
    public sealed record Uncertain(SmtpReply Reply) : SendResult(Reply);

    /// <summary>Our fault (login, sender, TLS, settings): nothing was taken, no recipient pays for it, and a user must fix it.</summary>
    public sealed record Stopped(SmtpReply Reply) : SendResult(Reply);
}
