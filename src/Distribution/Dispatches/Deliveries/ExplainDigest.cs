using System.Globalization;
using Distribution.Audiences.Selection;
using Distribution.Dispatches.Digests;
using Distribution.Dispatches.Ledger;

namespace Distribution.Dispatches.Deliveries;

/// <summary>Explains why somebody is not a recipient of a digest.</summary>
public sealed class ExplainDigest(DigestStore digests, ExplainAbsence explainAbsence)
{
    /// <returns>Null when nothing is known of the contact.</returns>
    public async Task<DeliveryExplanation?> RunAsync(Dispatch dispatch, string contact, CancellationToken cancellationToken)
    {
        DeliveryExplanation? last = null;
        foreach (var release in dispatch.Releases)
        {
            last = await explainAbsence.RunAsync(dispatch, release, contact, cancellationToken);
            if (last is null) return null;
            if (last.Reason == AudienceRule.Daily) break;
        }

        if (last is null) return null;
        var subscriber = await digests.FindSubscriberAsync(contact, cancellationToken);
        var (reason, text) = (subscriber, last.Reason) switch
        {
            (null, _) => (AbsenceReason.NoDigest, "The person gets no daily digest."),
            ({ Value: var reader }, AudienceRule.Daily) => (AbsenceReason.AnotherDispatch, string.Create(
                CultureInfo.InvariantCulture,
                $"The person’s digest goes at {reader.Hour:00}:00 ({reader.TimeZone}): another one brought these releases. ")
                + "Their deliveries list it."),
            _ => (AbsenceReason.NotInDigest, $"No release of this digest was for the person in a digest. Of the last one: {last.Text}"),
        };
        return last with { Reason = reason, Basis = ExplanationBasis.Today, Text = text };
    }
}
