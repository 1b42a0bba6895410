using System.Text.RegularExpressions;

namespace Distribution.Mail.Smtp;

/// <summary>Interprets a negative or unexpected answer, by RFC 5321 (4.2, 4.5.3), RFC 3463, RFC 2034 and RFC 4954.</summary>
internal static partial class OutcomeRule
{
    public static SendResult Judge(SmtpPhase phase, SmtpReply reply, string connection) => reply switch
    {
        { IsPositive: true } when phase == SmtpPhase.Answer => new SendResult.Accepted(reply, connection),
        { IsTemporary: true } => Temporary(phase, reply, Scope(phase, reply)),
        { IsPermanent: true } => Permanent(phase, reply),
        _ => Lost(phase, reply),
    };

    /// <summary>No answer, or none that can be understood.</summary>
    public static SendResult Lost(SmtpPhase phase, SmtpReply reply) =>
        phase == SmtpPhase.Answer ? new SendResult.Uncertain(reply) : Later(phase, reply, DeferralScope.Relay);

    /// <summary>
    /// A reply to RCPT is about that recipient, whatever its words say of rates and limits, until others hear the same (<see cref="RelayDoubt"/>).
    /// 421 closes the connection, so it is never about one recipient (RFC 5321, section 3.8).
    /// </summary>
    private static SendResult.Deferred Temporary(SmtpPhase phase, SmtpReply reply, DeferralScope scope) =>
        phase == SmtpPhase.Recipient && scope == DeferralScope.Rate && reply.Code != 421
            ? Later(phase, reply, DeferralScope.Recipient) with { MayBeRate = true }
            : Later(phase, reply, scope);

    private static SendResult.Deferred Later(SmtpPhase phase, SmtpReply reply, DeferralScope scope) =>
        new(reply, scope) { HeardRecipient = phase >= SmtpPhase.Recipient };

    private static SendResult Permanent(SmtpPhase phase, SmtpReply reply) => phase switch
    {
        < SmtpPhase.Sender => new SendResult.Stopped(reply),
        SmtpPhase.Sender when !IsTooLarge(reply) => new SendResult.Stopped(reply),
        _ when IsOurs(reply) => new SendResult.Stopped(reply),
        _ when IsNoRelay(reply) => Later(phase, reply, DeferralScope.Recipient) with { MayBeOurs = true },
        SmtpPhase.Recipient when IsFull(reply) => Later(phase, reply, DeferralScope.Recipient),
        _ => new SendResult.Refused(reply),
    };

    private static bool IsTooLarge(SmtpReply reply) => reply.Code == 552 || reply.Enhanced is "5.2.3" or "5.3.4";

    /// <summary>552 to RCPT is a full mailbox or the old code for too many recipients: temporary, says RFC 5321, section 4.5.3.1.10.</summary>
    private static bool IsFull(SmtpReply reply) => reply is { Code: 552, Enhanced: null or "5.2.2" or "5.5.3" };

    /// <summary>Not about this recipient: no login, no right to use this sender, or a relay that does not know our commands.</summary>
    private static bool IsOurs(SmtpReply reply) =>
        reply.Code is 500 or 502 or 503 or 504 or 530 or 534 or 535 or 538
        || reply.Enhanced is "5.1.7" or "5.1.8" or "5.7.8" or "5.7.9" or "5.7.11" or "5.7.14" or "5.7.57" or "5.7.60";

    /// <summary>Words that a relay has for those who may not use it, and the mail system of a single recipient's domain for its own mistakes.</summary>
    private static bool IsNoRelay(SmtpReply reply) =>
        reply.Enhanced is null or "5.7.0" or "5.7.1" or "5.7.54" && NoRelay().IsMatch(reply.Words);

    private static DeferralScope Scope(SmtpPhase phase, SmtpReply reply) => reply switch
    {
        _ when phase >= SmtpPhase.Recipient && (IsAbout(reply, "4.1.", "4.2.") || FullMailbox().IsMatch(reply.Words)) => DeferralScope.Recipient,
        _ when TooFast().IsMatch(reply.Words) => DeferralScope.Rate,
        { Code: 421 } => DeferralScope.Relay,
        _ when phase is SmtpPhase.Recipient or SmtpPhase.Answer && !IsAbout(reply, "4.3.") => DeferralScope.Recipient,
        _ => DeferralScope.Relay,
    };

    private static bool IsAbout(SmtpReply reply, params ReadOnlySpan<string> subjects)
    {
        foreach (var subject in subjects)
        {
            if (reply.Enhanced?.StartsWith(subject, StringComparison.Ordinal) == true) return true;
        }

        return false;
    }

    [GeneratedRegex(
        @"\brelay(ing)?\b.*\b(denied|disallowed|prohibited|not (permitted|allowed))|unable to relay"
        + @"|authentication (is )?required|not authenticated|client host rejected",
        RegexOptions.IgnoreCase)]
    private static partial Regex NoRelay();

    [GeneratedRegex(@"\b(mailbox|inbox|user|account|recipient)\b.*\b(full|quota|storage)\b|\b(full|over|exceed\w*|quota)\b.*\b(mailbox|inbox)\b", RegexOptions.IgnoreCase)]
    private static partial Regex FullMailbox();

    [GeneratedRegex(@"\brates?\b|throttl|too (many|fast)|\blimit|exceed|slow down|\bquota\b", RegexOptions.IgnoreCase)]
    private static partial Regex TooFast();
}
