using Distribution.Mail.Smtp;

namespace Distribution.Mail.Outcomes;

/// <summary>How a recipient's outcome changes; pure.</summary>
public static class OutcomeRules
{
    /// <summary>Words of a recipient who is not mailed since the dispatch was cancelled.</summary>
    public const string Cancelled = "Cancelled.";

    /// <summary>Words of a recipient who is not mailed since they left, or were suppressed or deleted.</summary>
    public const string LeftAfterPlanning = "Left after planning.";

    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(2);

    /// <summary>Before the first byte of the next attempt: what a crash would leave behind.</summary>
    public static Outcome HandOver(Outcome outcome, DateTimeOffset now) =>
        outcome with { State = OutcomeState.Handed, Attempts = outcome.Attempts + 1, At = now, RetryAt = null };

    /// <summary>A mail that a dead run left in flight: nobody knows whether it was accepted.</summary>
    public static Outcome AfterCrash(Outcome outcome, DateTimeOffset now, RetryOptions options) =>
        outcome.State == OutcomeState.Handed
            ? Doubt(outcome with { Words = "The program ended before the answer was recorded." }, now, TimeSpan.Zero, options)
            : outcome;

    /// <summary>The outcome of an attempt.</summary>
    /// <param name="handed">The outcome as handed over.</param>
    /// <param name="result">The transport's result.</param>
    /// <param name="planned">When the dispatch was planned; the age of a deferred recipient counts from there.</param>
    /// <param name="now">The time of the answer.</param>
    /// <param name="jitter">0 to 1, spreads the retries.</param>
    /// <param name="options">Retries.</param>
    public static Outcome After(
        Outcome handed, SendResult result, DateTimeOffset planned, DateTimeOffset now, double jitter, RetryOptions options)
    {
        var answered = Answered(handed, result.Reply) with { At = now };
        return result switch
        {
            SendResult.Accepted accepted => answered with { State = OutcomeState.Accepted, Connection = accepted.Connection },
            SendResult.Refused => answered with { State = OutcomeState.Refused },
            SendResult.Uncertain => Doubt(answered, now, Wait(handed.Attempts, jitter, options), options),
            _ when IsTooOld(planned, now, options) => answered with { State = OutcomeState.Expired },
            _ => answered with { State = OutcomeState.Deferred, RetryAt = now + Wait(handed.Attempts, jitter, options) },
        };
    }

    /// <summary>The attempt did not take place, through no fault of the recipient's: as before it, with what the server said.</summary>
    public static Outcome TakeBack(Outcome before, SendResult result) => Answered(before, result.Reply);

    /// <summary>
    /// The relay as a whole has taken nothing for as long as a recipient is tried: nobody is tried any more. Recipients who may have the
    /// mail already are left to a user.
    /// </summary>
    public static Outcome GiveUp(Outcome outcome, SmtpReply reply, DateTimeOffset now) => outcome switch
    {
        { IsFinal: true } => outcome,
        { State: OutcomeState.Handed or OutcomeState.Uncertain } =>
            Answered(outcome, reply) with { State = OutcomeState.Held, At = now, RetryAt = null, MaybeTwice = true },
        _ => Answered(outcome, reply) with { State = OutcomeState.Expired, At = now, RetryAt = null },
    };

    /// <summary>
    /// As <see cref="TakeBack"/>, but tried again only after the usual wait. It does not count as an attempt; it expires like any deferred
    /// recipient.
    /// </summary>
    /// <param name="before">The outcome before the group was handed over.</param>
    /// <param name="result">The transport's result.</param>
    /// <param name="planned">When the dispatch was planned; the age of a deferred recipient counts from there.</param>
    /// <param name="now">The time of the answer.</param>
    /// <param name="jitter">0 to 1, spreads the retries.</param>
    /// <param name="options">Retries.</param>
    public static Outcome PutOff(
        Outcome before, SendResult result, DateTimeOffset planned, DateTimeOffset now, double jitter, RetryOptions options)
    {
        var next = TakeBack(before, result) with { At = now, RetryAt = now + Wait(before.Attempts + 1, jitter, options) };
        if (before.State == OutcomeState.Uncertain) return next;
        return IsTooOld(planned, now, options)
            ? next with { State = OutcomeState.Expired, RetryAt = null }
            : next with { State = OutcomeState.Deferred };
    }

    /// <summary>
    /// The scope of a temporary refusal: the same answer about our rate as at the last attempt, while the relay has just taken the mails of
    /// others, is about the recipient. Else one odd mailbox could slow down everybody for ever.
    /// </summary>
    public static SendResult.Deferred Narrow(SendResult.Deferred result, Outcome before, bool tookOthers) =>
        result is { Scope: DeferralScope.Rate, HeardRecipient: true }
            && tookOthers
            && before.State == OutcomeState.Deferred
            && before.Code == result.Reply.Code
            ? result with { Scope = DeferralScope.Recipient }
            : result;

    /// <summary>
    /// The dispatch was cancelled: nobody is mailed any more. Recipients who may have the mail already are left to a user.
    /// </summary>
    public static Outcome Cancel(Outcome outcome, DateTimeOffset now) => outcome.State switch
    {
        _ when outcome.IsFinal => outcome,
        OutcomeState.Handed or OutcomeState.Uncertain =>
            outcome with { State = OutcomeState.Held, At = now, RetryAt = null, MaybeTwice = true },
        _ => outcome with { State = OutcomeState.Skipped, At = now, RetryAt = null, Words = Cancelled },
    };

    /// <summary>
    /// Two records of the same recipient, written by two runs: a server's answer counts more than <see cref="OutcomeState.Handed"/> and
    /// <see cref="OutcomeState.Uncertain"/>, acceptance most of all, and a doubt once recorded is never forgotten.
    /// </summary>
    public static Outcome Merge(Outcome mine, Outcome stored)
    {
        var kept = Weight(mine) >= Weight(stored) ? mine : stored;
        return kept with { Attempts = Math.Max(mine.Attempts, stored.Attempts), MaybeTwice = mine.MaybeTwice || stored.MaybeTwice };
    }

    /// <summary>Growing waits: the first, doubled with each attempt, up to two hours; spread by up to a quarter.</summary>
    public static TimeSpan Wait(int attempts, double jitter, RetryOptions options)
    {
        var doubled = options.InitialRetryDelay * Math.Pow(2, Math.Min(attempts - 1, 10));
        return (doubled < LongestWait ? doubled : LongestWait) * (1 + (jitter / 4));
    }

    private static bool IsTooOld(DateTimeOffset planned, DateTimeOffset now, RetryOptions options) => now - planned >= options.MaxRetryAge;

    private static Outcome Doubt(Outcome outcome, DateTimeOffset now, TimeSpan wait, RetryOptions options) =>
        outcome.MaybeTwice || !options.ResendUncertain
            ? outcome with { State = OutcomeState.Held, At = now, MaybeTwice = true }
            : outcome with { State = OutcomeState.Uncertain, At = now, RetryAt = now + wait, MaybeTwice = true };

    private static Outcome Answered(Outcome outcome, SmtpReply reply) =>
        outcome with { Code = reply.Code, Enhanced = reply.Enhanced, Words = ServerWords.Cut(reply.Words) };

    private static int Weight(Outcome outcome) => outcome.State switch
    {
        OutcomeState.Planned => 0,
        OutcomeState.Handed => 1,
        OutcomeState.Uncertain => 2,
        OutcomeState.Deferred => 3,
        OutcomeState.Skipped => 4,
        OutcomeState.Held => 5,
        OutcomeState.Accepted => 7,
        _ => 6,
    };
}
