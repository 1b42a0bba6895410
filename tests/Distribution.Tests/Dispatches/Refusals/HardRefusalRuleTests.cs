using System.Globalization;
using Distribution.Audiences.Suppressions;
using Distribution.Dispatches.Refusals;
using Distribution.Mail.Outcomes;

namespace Distribution.Tests.Dispatches.Refusals;

public sealed class HardRefusalRuleTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(OutcomeState.Refused, 550, "5.1.1", true)]
    [InlineData(OutcomeState.Refused, 550, "5.1.2", true)]
    [InlineData(OutcomeState.Refused, 551, "5.1.6", true)]
    [InlineData(OutcomeState.Refused, 550, null, false)]
    [InlineData(OutcomeState.Refused, 550, "5.1.0", false)]
    [InlineData(OutcomeState.Refused, 553, "5.1.3", false)]
    [InlineData(OutcomeState.Refused, 550, "5.1.10", false)]
    [InlineData(OutcomeState.Refused, 550, "5.2.1", false)]
    [InlineData(OutcomeState.Refused, 554, "5.7.1", false)]
    [InlineData(OutcomeState.Refused, 0, null, false)]
    [InlineData(OutcomeState.Deferred, 450, "4.1.1", false)]
    [InlineData(OutcomeState.Expired, 450, "4.1.2", false)]
    [InlineData(OutcomeState.Accepted, 250, "2.1.5", false)]
    public void Only_a_refusal_of_the_address_itself_counts(OutcomeState state, int code, string? enhanced, bool counts) =>
        Assert.Equal(counts, HardRefusalRule.IsOfAddress(new() { State = state, Code = code, Enhanced = enhanced }));

    /// <summary>Refusals in the order they are told: dispatch and hours.</summary>
    [Theory]
    [InlineData("a0", false)]
    [InlineData("a0 a0", false)]
    [InlineData("a0 b23", false)]
    [InlineData("a0 b24", true)]
    [InlineData("b24 a0", true)]
    [InlineData("a0 b12 c24", true)]
    [InlineData("b12 c24 a0", true)]
    [InlineData("a0 b12 c23", false)]
    [InlineData("a0 b48 a0 b48", true)]
    public void Two_dispatches_a_day_apart_suppress(string refusals, bool suppresses)
    {
        RefusedAddress? known = null;
        foreach (var told in refusals.Split(' '))
        {
            known = HardRefusalRule.After(known, "id", Refusal(told[..1], int.Parse(told[1..], CultureInfo.InvariantCulture)));
        }

        Assert.Equal(suppresses, HardRefusalRule.Suppresses(known!));
    }

    [Fact]
    public void The_same_refusal_again_changes_nothing()
    {
        var known = HardRefusalRule.After(HardRefusalRule.After(null, "id", Refusal("a", 0)), "id", Refusal("b", 30));

        Assert.Equal(known, HardRefusalRule.After(known, "id", Refusal("a", 0)));
        Assert.Equal(known, HardRefusalRule.After(known, "id", Refusal("b", 30)));
    }

    [Fact]
    public void What_was_refused_before_an_acceptance_counts_no_more()
    {
        var known = HardRefusalRule.Restart(HardRefusalRule.After(HardRefusalRule.After(null, "id", Refusal("a", 0)), "id", Refusal("b", 30)));

        Assert.False(HardRefusalRule.Suppresses(known));
        Assert.True(HardRefusalRule.Suppresses(HardRefusalRule.After(known, "id", Refusal("c", 54))));
    }

    [Fact]
    public void The_evidence_names_dispatches_times_and_words()
    {
        var known = HardRefusalRule.After(HardRefusalRule.After(null, "id", Refusal("a", 0)), "id", Refusal("b", 24) with { Words = "" });

        Assert.Equal(
            "Refused for good in two dispatches: a at 2026-11-24T12:00:00.000Z (550 5.1.1 unknown); b at 2026-11-25T12:00:00.000Z (550 5.1.1).",
            HardRefusalRule.Evidence(known));
    }

    private static HardRefusal Refusal(string dispatch, int hours) => new(dispatch, Noon.AddHours(hours), 550, "5.1.1", "unknown");
}
