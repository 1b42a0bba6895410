using System.Globalization;
using Distribution.Dispatches.Ledger;
using Distribution.Dispatches.Resolutions;
using Distribution.Mail.Outcomes;

namespace Distribution.Dispatches.Deliveries;

/// <summary>The outcome of a mail, in words for the people of a press office; pure.</summary>
internal static class DeliveryText
{
    public static string Get(Dispatch dispatch, Outcome outcome, HeldResolution? resolution) => outcome.State switch
    {
        OutcomeState.Planned => Waiting(dispatch),
        OutcomeState.Handed => "The mail is being sent.",
        OutcomeState.Accepted =>
            $"The mail server took the mail{On(outcome)}.{Twice(outcome)} "
            + "If it did not arrive, ask the person to look among unwanted mail.",
        OutcomeState.Refused => $"The mail server refused the mail for good{On(outcome)}.{Said(outcome)}",
        OutcomeState.Deferred => $"The mail server did not take the mail{On(outcome)}.{Said(outcome)} {Again(outcome)}",
        OutcomeState.Uncertain => $"The mail server gave no answer{On(outcome)}: the mail may have arrived. {Again(outcome)}",
        OutcomeState.Held => $"The mail server gave no answer{On(outcome)}: the mail may have arrived. {Found(resolution)}",
        OutcomeState.Expired => $"The mail server did not take the mail, and it is not tried any more since{When(outcome)}.{Said(outcome)}",
        OutcomeState.Failed => $"The mail could not be written.{Said(outcome)}",
        OutcomeState.Skipped => Skipped(outcome),
        _ => outcome.State.ToString(),
    };

    /// <summary>Such as <c>24 November 2026, 12:00 UTC</c>.</summary>
    public static string Instant(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString("d MMMM yyyy, HH:mm 'UTC'", CultureInfo.InvariantCulture);

    private static string Waiting(Dispatch dispatch) => dispatch.State switch
    {
        DispatchState.Paused => "The mail waits: the dispatch is paused.",
        DispatchState.Stopped => $"The mail waits: the dispatch is stopped. {dispatch.StopReason}".TrimEnd(),
        _ => "The mail waits for its turn.",
    };

    private static string Skipped(Outcome outcome) => outcome.Words switch
    {
        OutcomeRules.LeftAfterPlanning =>
            "The mail was not sent: the person left, or their address was suppressed, after the dispatch began. "
            + $"That was found{On(outcome)}.",
        OutcomeRules.Cancelled => $"The mail was not sent: the dispatch was cancelled{On(outcome)}.",
        _ => $"The mail was not sent{On(outcome)}.{Said(outcome)}",
    };

    private static string Found(HeldResolution? resolution) => resolution switch
    {
        null => "It is not sent again; somebody has to ask and resolve it.",
        { Resolution: Resolution.Received } => $"It was received, as a user found out on {Instant(resolution.At)}.",
        _ => $"It was not received, as a user found out on {Instant(resolution.At)}.",
    };

    private static string Again(Outcome outcome) =>
        outcome.RetryAt is { } at ? $"It is tried again on {Instant(at)}." : "It is tried again.";

    private static string Twice(Outcome outcome) => outcome.MaybeTwice ? " It may have arrived twice." : "";

    private static string Said(Outcome outcome)
    {
        var code = outcome.Code == 0 ? "" : outcome.Code.ToString(CultureInfo.InvariantCulture);
        var said = string.Join(' ', new[] { code, outcome.Enhanced, outcome.Words }.Where(part => !string.IsNullOrEmpty(part)));
        return (said.Length, code.Length) switch
        {
            (0, _) => "",
            (_, 0) => $" {said}",
            _ => $" It said: “{said}”",
        };
    }

    private static string On(Outcome outcome) => outcome.At is { } at ? $" on {Instant(at)}" : "";

    private static string When(Outcome outcome) => outcome.At is { } at ? $" {Instant(at)}" : "";
}
