using Distribution.Audiences.Selection;
using Distribution.Audiences.Subscriptions;
using Distribution.Dispatches.Deliveries;
using Distribution.Dispatches.Ledger;

namespace Distribution.Tests.Dispatches.Deliveries;

public sealed class AbsenceRuleTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);
    private static readonly DataChange Later = new(DataKind.Subscription, "press", Noon.AddHours(1));

    [Theory]
    [InlineData(AudienceRule.Pending)]
    [InlineData(AudienceRule.Ended)]
    [InlineData(AudienceRule.Suppressed)]
    [InlineData(AudienceRule.Archived)]
    [InlineData(AudienceRule.Paused)]
    [InlineData(AudienceRule.NotTheirBeat)]
    [InlineData(AudienceRule.Excluded)]
    [InlineData(AudienceRule.Filtered)]
    [InlineData(AudienceRule.Daily)]
    public void A_reason_holds_where_nothing_was_written_since_and_the_dispatch_counted_somebody_with_it(string reason)
    {
        var dispatch = Sent() with { Excluded = new Dictionary<string, int> { [reason] = 1 } };

        Assert.Equal(new(reason, ExplanationBasis.Unchanged), Find(dispatch, Decision(reason), changes: []));
        Assert.Equal(new(reason, ExplanationBasis.Today), Find(dispatch, Decision(reason), changes: [Later]));
        Assert.Equal(new(reason, ExplanationBasis.Today), Find(dispatch, Decision(reason), changes: null));
    }

    [Fact]
    public void Which_texts_were_promised_is_never_certain() => Assert.Equal(
        new(AudienceRule.Waiting, ExplanationBasis.Today),
        Find(
            Sent() with { Excluded = new Dictionary<string, int> { [AudienceRule.Waiting] = 1 } },
            Decision(AudienceRule.Waiting),
            changes: []));

    [Fact]
    public void A_reason_that_nobody_had_then_is_contradicted() => Assert.Equal(
        new(AudienceRule.Filtered, ExplanationBasis.Today) { IsContradicted = true },
        Find(Sent(), Decision(AudienceRule.Filtered), changes: []));

    [Fact]
    public void A_later_translation_counts_only_who_waits_and_contradicts_nothing() => Assert.Equal(
        new(AudienceRule.Filtered, ExplanationBasis.Unchanged),
        Find(Sent() with { Kind = DispatchKind.Translation }, Decision(AudienceRule.Filtered), changes: []));

    [Theory]
    [InlineData(false, ExplanationBasis.Unchanged)]
    [InlineData(true, ExplanationBasis.Today)]
    public void Only_of_somebody_who_was_never_on_a_list_it_is_certain_that_they_were_on_none(bool wasOnList, ExplanationBasis basis) =>
        Assert.Equal(new(AudienceRule.Outside, basis), Find(Sent(), Decision(AudienceRule.Outside), wasOnList: wasOnList, changes: []));

    [Theory]
    [InlineData(null, SubscriptionState.Confirmed)]
    [InlineData(AudienceRule.Pending, SubscriptionState.Pending)]
    public void Somebody_whose_subscription_is_younger_than_the_dispatch_came_later(
        string? reason, SubscriptionState state) => Assert.Equal(
        new(AbsenceReason.CameLater, ExplanationBasis.Recorded),
        Find(Sent(), Decision(reason, Row("press", state, Noon.AddMinutes(1))), changes: [Later]));

    [Fact]
    public void The_very_instant_of_the_dispatch_is_not_later() => Assert.Equal(
        new(AbsenceReason.Unknown, ExplanationBasis.Today),
        Find(Sent(), Decision(null, Row("press", SubscriptionState.Confirmed, Noon)), changes: []));

    [Fact]
    public void Somebody_on_a_list_from_before_did_not_come_later() => Assert.Equal(
        new(AbsenceReason.Changed, ExplanationBasis.Today),
        Find(
            Sent(),
            Decision(
                null,
                Row("press", SubscriptionState.Confirmed, Noon.AddDays(-1)),
                Row("radio", SubscriptionState.Confirmed, Noon.AddMinutes(1))),
            changes: [Later]));

    [Fact]
    public void A_list_that_is_not_of_the_audience_says_nothing_about_when_they_came() => Assert.Equal(
        new(AbsenceReason.Unknown, ExplanationBasis.Today),
        Find(Sent(), Decision(null, Row("rivals", SubscriptionState.Ended, Noon.AddMinutes(1))), changes: []));

    [Fact]
    public void Somebody_who_left_later_had_another_reason_before() => Assert.Equal(
        new(AbsenceReason.LeftLater, ExplanationBasis.Today),
        Find(Sent(), Decision(AudienceRule.Ended, Row("press", SubscriptionState.Ended, Noon.AddMinutes(1))), changes: [Later]));

    [Fact]
    public void A_later_translation_was_not_for_somebody_who_did_not_wait() => Assert.Equal(
        new(AbsenceReason.NotWaiting, ExplanationBasis.Today),
        Find(
            Sent() with { Kind = DispatchKind.Translation }, Decision(null, Row("press", SubscriptionState.Confirmed, Noon)), changes: []));

    private static Absence Find(
        Dispatch dispatch, AudienceExplanation decision, IReadOnlyList<DataChange>? changes, bool wasOnList = true) =>
        AbsenceRule.Find(dispatch, decision, ["press", "radio"], wasOnList, changes);

    private static Dispatch Sent() => new()
    {
        Id = "a-1-release",
        Release = "a",
        Version = 1,
        Kind = DispatchKind.Release,
        CreatedAt = Noon,
        Plan = "plan",
    };

    private static ListReason Row(string list, SubscriptionState state, DateTimeOffset changedAt) =>
        new(list, state, null, false, new("consent", "said so", Noon.AddYears(-1)), changedAt);

    private static AudienceExplanation Decision(string? reason, params ListReason[] lists) => new()
    {
        Contact = "0a",
        IsPlanned = reason is null,
        Reason = reason,
        Lists = lists,
        Filters = [],
        Exclusions = [],
    };
}
