using System.Text.Json;
using Distribution.Audiences.Selection;
using Distribution.Audiences.Subscriptions;
using Distribution.Audiences.Suppressions;
using Distribution.Dispatches.Ledger;

namespace Distribution.Dispatches.Deliveries;

/// <summary>Why somebody was not a recipient, in words for the people of a press office; pure.</summary>
internal sealed class AbsenceText(Dispatch dispatch, Addressing addressing, AudienceExplanation decision, AudienceNames names)
{
    public string Get(Absence absence, IReadOnlyList<DataChange>? changes)
    {
        var reason = Reason(absence.Reason, changes ?? []);
        if (absence.IsContradicted)
        {
            return $"{reason} That is today’s data: when the dispatch was planned, nobody was left out for this reason, "
                + "so it was another one then.";
        }


        return absence switch
        {
            { Basis: ExplanationBasis.Unchanged } => $"{reason} None of it has changed since the dispatch began.",
            { Basis: ExplanationBasis.Today, Reason: not (AbsenceReason.Changed or AbsenceReason.Unknown or AbsenceReason.LeftLater) } =>
                $"{reason} That is what today’s data says{Since(changes)}; at the time it may have been another reason.",
            _ => reason,
        };
    }

    private string Reason(string reason, IReadOnlyList<DataChange> changes) => reason switch
    {
        AudienceRule.Outside => $"The person is on none of the lists that the release went to: {Lists(addressing.Audience.Lists)}.",
        AudienceRule.Pending => $"The person has not confirmed the subscription to {Lists(In(SubscriptionState.Pending))}.",
        AudienceRule.Ended => string.Join(' ', Audience(SubscriptionState.Ended).Select(Ended)),
        AudienceRule.Suppressed => Suppressed(decision.Suppression),
        AudienceRule.Archived => "The contact is archived: it is kept for the record only and gets no mail.",
        AudienceRule.Paused => "The person had asked for a pause and got no mail on that day.",
        AudienceRule.NotTheirBeat => "The person has said that they do not cover any topic of the release.",
        AudienceRule.Excluded => $"The release excluded the person: {string.Join(", ", decision.Exclusions.Select(Excluded))}.",
        AudienceRule.Filtered => string.Join(' ', decision.Filters.Where(filter => !filter.Passes).Select(Filtered)),
        AudienceRule.Daily =>
            "The person gets these lists in a daily digest only: the digest that brought the release is among their deliveries.",
        AudienceRule.Waiting => "The person waited for a text in one of their languages that was promised then.",
        AbsenceReason.CameLater => $"{Came()} The dispatch began before, on {DeliveryText.Instant(dispatch.CreatedAt)}.",
        AbsenceReason.LeftLater => $"{string.Join(' ', Audience(SubscriptionState.Ended).Select(Ended))} The dispatch began on "
            + $"{DeliveryText.Instant(dispatch.CreatedAt)}. What kept them from being a recipient before they left is not on record.",
        AbsenceReason.NotWaiting =>
            "This dispatch was for people who had waited for one of its texts, or who want every language that they read. "
            + "The person had not waited.",
        AbsenceReason.Changed => "With today’s data the person would get the release. What has changed since: "
            + $"{string.Join(", ", changes.Select(Changed))}. The audit says what it was before.",
        _ => "With today’s data the person would get the release, and no change of it is on record. A suppression that was lifted since, "
            + "or a list’s rule that was changed, leaves such a gap: look in the audit.",
    };

    private string Came() => string.Join(' ', Audience(null)
        .Where(row => row.ChangedAt > dispatch.CreatedAt && row.State != SubscriptionState.Ended)
        .Select(row => row.State == SubscriptionState.Pending
            ? $"The subscription to {names.List(row.List)} was asked for on {DeliveryText.Instant(row.ChangedAt)} and is not confirmed."
            : $"The subscription to {names.List(row.List)}, as it is now, dates from {DeliveryText.Instant(row.ChangedAt)}."));

    private string Ended(ListReason row) => $"The subscription to {names.List(row.List)} ended on {DeliveryText.Instant(row.ChangedAt)}"
        + (string.IsNullOrEmpty(row.EndedReason) ? "." : $" ({row.EndedReason}).");

    private static string Suppressed(Suppression? suppression) => suppression is null
        ? "The person’s address must not be mailed."
        : $"The person’s address must not be mailed since {DeliveryText.Instant(suppression.At)}: {Why(suppression.Reason)}.";

    private static string Why(SuppressionReason reason) => reason switch
    {
        SuppressionReason.Asked => "they asked for it",
        SuppressionReason.Refused => "their mail system refuses the address for good",
        SuppressionReason.Complained => "they reported a mail as unwanted",
        SuppressionReason.Erased => "their data was erased",
        _ => "a user decided so",
    };

    private string Excluded(Exclusion exclusion) => exclusion.By switch
    {
        ExclusionKind.List => $"as a member of the list {names.List(exclusion.Id)}",
        ExclusionKind.Outlet => $"as somebody who works for {names.Outlet(exclusion.Id)}",
        _ => "by name",
    };

    private static string Filtered(FilterReason filter)
    {
        var has = filter.Has.Count > 0 ? $"has {string.Join(", ", filter.Has)}" : "has none";
        return $"The release was limited to the {What(filter.Filter)} {string.Join(", ", filter.Wanted)}; the person {has}.";
    }

    private static string What(string filter) => filter == "outletTypes" ? "types of outlet" : filter;

    private string Changed(DataChange change) => change.Kind switch
    {
        DataKind.Subscription =>
            $"the subscription to {names.List(change.Id)} or the contact’s data in it ({DeliveryText.Instant(change.At)})",
        DataKind.Suppression => $"the suppression of the address ({DeliveryText.Instant(change.At)})",
        _ => $"the {JsonNamingPolicy.CamelCase.ConvertName(change.Kind.ToString())} {change.Id} ({DeliveryText.Instant(change.At)})",
    };

    private static string Since(IReadOnlyList<DataChange>? changes) =>
        changes is { Count: > 0 }
            ? $", some of which has been written since ({DeliveryText.Instant(changes.Max(change => change.At))})"
            : "";

    private IEnumerable<string> In(SubscriptionState state) => Audience(state).Select(row => row.List);

    private IEnumerable<ListReason> Audience(SubscriptionState? state) =>
        decision.Lists.Where(row => addressing.Audience.Lists.Contains(row.List) && (state is null || row.State == state));

    private string Lists(IEnumerable<string> ids) => string.Join(", ", ids.Select(names.List));
}
