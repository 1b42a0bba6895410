using Distribution.Dispatches.Resolutions;

namespace Distribution.Tests.Dispatches.Resolutions;

public sealed class SettlementRulesTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void The_first_word_settles()
    {
        var settlement = SettlementRules.After(null, Input(Verdict.NotReceived, "Asked."), "ana", Noon);

        Assert.Equal(("c", Verdict.NotReceived, "Asked.", "ana", Noon), (settlement.Contact, settlement.Verdict, settlement.Note, settlement.By, settlement.At));
        Assert.Empty(settlement.Earlier);
    }

    [Fact]
    public void The_same_word_again_changes_nothing_whoever_says_it()
    {
        var known = SettlementRules.After(null, Input(Verdict.Received, "Asked."), "ana", Noon);

        Assert.Same(known, SettlementRules.After(known, Input(Verdict.Received, "Asked."), "li", Noon.AddDays(1)));
    }

    [Theory]
    [InlineData(Verdict.NotReceived, "Asked.")]
    [InlineData(Verdict.Received, "Asked again.")]
    [InlineData(Verdict.Received, null)]
    public void Another_word_is_kept_with_what_was_said_before(Verdict verdict, string? note)
    {
        var known = SettlementRules.After(null, Input(Verdict.Received, "Asked."), "ana", Noon);

        var settlement = SettlementRules.After(known, Input(verdict, note), "li", Noon.AddDays(1));

        Assert.Equal((verdict, note, "li"), (settlement.Verdict, settlement.Note, settlement.By));
        Assert.Equal([new(Verdict.Received, "Asked.", "ana", Noon)], settlement.Earlier);
    }

    private static SettlementInput Input(Verdict verdict, string? note) => new() { Contact = "c", Verdict = verdict, Note = note };
}
