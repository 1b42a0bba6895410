using Distribution.Dispatches.Ledger;
using Distribution.Mail.Smtp;

namespace Distribution.Mail.Outcomes;

/// <summary>How a recipient's outcome changes; pure.</summary>
public static class OutcomeRules
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(2);

    /// <summary>Before the first byte of the next attempt: what a crash would leave behind.</summary>
    public static Outcome HandOver(Outcome outcome, DateTimeOffset now) =>
        outcome with { State = OutcomeState.Handed, Attempts = outcome.Attempts + 1, At = now, RetryAt = null };

    /// <summary>What a run that died has left in flight: nobody knows whether it was taken.</summary>
    public static Outcome AfterCrash(Outcome outcome, DateTimeOffset now, DispatchOptions options) =>
        outcome.State == OutcomeState.Handed
            ? Doubt(outcome with { Words = "The program ended before the answer was recorded." }, now, TimeSpan.Zero, options)
            : outcome;

    /// <summary>What an attempt came to.</summary>
    /// <param name="handed">The outcome as handed over.</param>
    /// <param name="result">What the transport says.</param>
    /// <param name="planned">When the dispatch was planned; the age of a deferred recipient counts from there.</param>
    /// <param name="now">The time of the answer.</param>
    /// <param name="jitter">0 to 1, spreads the retries.</param>
    /// <param name="options">Retries.</param>
    public static Outcome After(
        Outcome handed, SendResult result, DateTimeOffset planned, DateTimeOffset now, double jitter, DispatchOptions options)
    {
        var told = Told(handed, result.Reply) with { At = now };
        return result switch
        {
            SendResult.Accepted accepted => told with { State = OutcomeState.Accepted, Connection = accepted.Connection },
            SendResult.Refused => told with { State = OutcomeState.Refused },
            SendResult.Uncertain => Doubt(told, now, Wait(handed.Attempts, jitter, options), options),
            _ when now - planned >= options.MaxRetryAge => told with { State = OutcomeState.Expired },
            _ => told with { State = OutcomeState.Deferred, RetryAt = now + Wait(handed.Attempts, jitter, options) },
        };
    }

    /// <summary>The attempt did not take place, through no fault of the recipient's: as before it, with what the server said.</summary>
    public static Outcome TakeBack(Outcome before, SendResult result) => Told(before, result.Reply);

    /// <summary>
    /// As <see cref="TakeBack"/>, but tried again only after the usual wait; neither counts as an attempt nor lets the recipient expire.
    /// </summary>
    public static Outcome PutOff(Outcome before, SendResult result, DateTimeOffset now, double jitter, DispatchOptions options) =>
        TakeBack(before, result) with
        {
            State = before.State == OutcomeState.Uncertain ? OutcomeState.Uncertain : OutcomeState.Deferred,
            At = now,
            RetryAt = now + Wait(before.Attempts + 1, jitter, options),
        };

    /// <summary>
    /// Whom a temporary refusal really concerns: the same word about our rate as at the last attempt, while the relay has just taken the
    /// mails of others, is about the recipient. Else one odd mailbox could slow down everybody for ever.
    /// </summary>
    public static SendResult.Deferred Narrow(SendResult.Deferred result, Outcome before, bool tookOthers) =>
        result is { Scope: DeferralScope.Rate, HeardRecipient: true }
            && tookOthers
            && before.State == OutcomeState.Deferred
            && before.Code == result.Reply.Code
            ? result with { Scope = DeferralScope.Recipient }
            : result;

    /// <summary>The dispatch was cancelled: nobody is mailed any more. Who may have the mail already is left to a person.</summary>
    public static Outcome Cancel(Outcome outcome, DateTimeOffset now) => outcome.State switch
    {
        _ when outcome.IsFinal => outcome,
        OutcomeState.Handed or OutcomeState.Uncertain =>
            outcome with { State = OutcomeState.Held, At = now, RetryAt = null, MaybeTwice = true },
        _ => outcome with { State = OutcomeState.Skipped, At = now, RetryAt = null, Words = "Cancelled." },
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
    public static TimeSpan Wait(int attempts, double jitter, DispatchOptions options)
    {
        var doubled = options.InitialRetryDelay * Math.Pow(2, Math.Min(attempts - 1, 10));
        return (doubled < LongestWait ? doubled : LongestWait) * (1 + (jitter / 4));
    }

    private static Outcome Doubt(Outcome outcome, DateTimeOffset now, TimeSpan wait, DispatchOptions options) =>
        outcome.MaybeTwice || !options.ResendUncertain
            ? outcome with { State = OutcomeState.Held, At = now, MaybeTwice = true }
            : outcome with { State = OutcomeState.Uncertain, At = now, RetryAt = now + wait, MaybeTwice = true };

    private static Outcome Told(Outcome outcome, SmtpReply reply) =>
        outcome with { Code = reply.Code, Enhanced = reply.Enhanced, Words = BatchJson.Cut(reply.Words) };

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
