using Distribution.Dispatches.Resolutions;

namespace Distribution.Tests.Dispatches.Resolutions;

public sealed class ResolutionRulesTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void The_first_word_resolves()
    {
        var heldResolution = ResolutionRules.After(null, Input(Resolution.NotReceived, "Asked."), "ana", Noon);

        Assert.Equal(("c", Resolution.NotReceived, "Asked.", "ana", Noon), (heldResolution.Contact, heldResolution.Resolution, heldResolution.Note, heldResolution.By, heldResolution.At));
        Assert.Empty(heldResolution.Earlier);
    }

    [Fact]
    public void The_same_word_again_changes_nothing_whoever_says_it()
    {
        var known = ResolutionRules.After(null, Input(Resolution.Received, "Asked."), "ana", Noon);

        Assert.Same(known, ResolutionRules.After(known, Input(Resolution.Received, "Asked."), "li", Noon.AddDays(1)));
    }

    [Theory]
    [InlineData(Resolution.NotReceived, "Asked.")]
    [InlineData(Resolution.Received, "Asked again.")]
    [InlineData(Resolution.Received, null)]
    public void Another_word_is_kept_with_what_was_said_before(Resolution resolution, string? note)
    {
        var known = ResolutionRules.After(null, Input(Resolution.Received, "Asked."), "ana", Noon);

        var heldResolution = ResolutionRules.After(known, Input(resolution, note), "li", Noon.AddDays(1));

        Assert.Equal((resolution, note, "li"), (heldResolution.Resolution, heldResolution.Note, heldResolution.By));
        Assert.Equal([new(Resolution.Received, "Asked.", "ana", Noon)], heldResolution.Earlier);
    }

    private static ResolutionInput Input(Resolution resolution, string? note) => new() { Contact = "c", Resolution = resolution, Note = note };
}
