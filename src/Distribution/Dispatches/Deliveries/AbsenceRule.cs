using Distribution.Audiences.Selection;
using Distribution.Audiences.Subscriptions;
using Distribution.Dispatches.Ledger;

namespace Distribution.Dispatches.Deliveries;

/// <summary>
/// Finds why somebody is not a recipient of a past dispatch, from planning's decision on today's data and from what says when that data
/// became so; pure.
/// </summary>
internal static class AbsenceRule
{
    /// <param name="dispatch">A sealed dispatch of a release.</param>
    /// <param name="decision">Planning's decision on today's data, at the time of the dispatch.</param>
    /// <param name="lists">The audience's lists.</param>
    /// <param name="wasOnList">Whether they have ever been on one of these, in any state.</param>
    /// <param name="changes">The rows that have been written since; null when that is not known.</param>
    public static Absence Find(
        Dispatch dispatch,
        AudienceExplanation decision,
        IReadOnlyList<string> lists,
        bool wasOnList,
        IReadOnlyList<DataChange>? changes)
    {
        var (before, later) = Split(decision.Lists.Where(row => lists.Contains(row.List)), dispatch.CreatedAt);
        return decision.Reason switch
        {
            null when later.Count > 0 && before.All(row => row.State != SubscriptionState.Confirmed) =>
                new(AbsenceReason.CameLater, ExplanationBasis.Recorded),
            null when dispatch.Kind == DispatchKind.Translation => new(AbsenceReason.NotWaiting, ExplanationBasis.Today),
            null when changes is { Count: > 0 } => new(AbsenceReason.Changed, ExplanationBasis.Today),
            null => new(AbsenceReason.Unknown, ExplanationBasis.Today),
            AudienceRule.Outside => new(AudienceRule.Outside, wasOnList ? ExplanationBasis.Today : ExplanationBasis.Unchanged),
            AudienceRule.Ended when later.Count > 0 => new(AbsenceReason.LeftLater, ExplanationBasis.Today),
            AudienceRule.Pending when later.Count > 0 && before.Count == 0 => new(AbsenceReason.CameLater, ExplanationBasis.Recorded),
            // Nobody knows any more which texts were promised then.
            AudienceRule.Waiting => Judge(dispatch, AudienceRule.Waiting, changes: null),
            { } reason => Judge(dispatch, reason, changes),
        };
    }

    private static Absence Judge(Dispatch dispatch, string reason, IReadOnlyList<DataChange>? changes)
    {
        // A later translation counts only those who wait.
        var isContradicted = dispatch.Kind == DispatchKind.Release && dispatch.Excluded.GetValueOrDefault(reason) == 0;
        var basis = changes is { Count: 0 } && !isContradicted ? ExplanationBasis.Unchanged : ExplanationBasis.Today;
        return new(reason, basis) { IsContradicted = isContradicted };
    }

    private static (IReadOnlyList<ListReason> Before, IReadOnlyList<ListReason> Later) Split(
        IEnumerable<ListReason> rows, DateTimeOffset instant)
    {
        var sides = rows.ToLookup(row => row.ChangedAt > instant);
        return ([.. sides[false]], [.. sides[true]]);
    }
}
