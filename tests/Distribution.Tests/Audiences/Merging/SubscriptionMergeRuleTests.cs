using Distribution.Audiences.Merging;
using Distribution.Audiences.Subscriptions;

namespace Distribution.Tests.Audiences.Merging;

public sealed class SubscriptionMergeRuleTests
{
    /// <summary>State and day; <c>rule</c> for one by a rule, <c>old</c> for a consent from before all of these days.</summary>
    [Theory]
    [InlineData(null, "confirmed 1", "confirmed 1", "the other's list comes along")]
    [InlineData(null, "pending 1", "pending 1", "and so does a wish that is not confirmed")]
    [InlineData(null, "ended 1", "ended 1", "and so does leaving, so that no import puts them on")]
    [InlineData("confirmed 1", "confirmed 2", "confirmed 2", "the later word counts")]
    [InlineData("confirmed 2", "confirmed 1", "confirmed 2", "the later word counts")]
    [InlineData("confirmed 1", "confirmed 1", "confirmed 1", "at once they are the same")]
    [InlineData("confirmed 2 rule", "confirmed 1", "confirmed 1", "no rule takes off whom it did not put on")]
    [InlineData("confirmed 1", "confirmed 2 rule", "confirmed 1", "no rule takes off whom it did not put on")]
    [InlineData("confirmed 1 rule", "confirmed 2 rule", "confirmed 2 rule", "the later rule")]
    [InlineData("confirmed 1", "pending 2", "confirmed 1", "whoever is on it stays on it")]
    [InlineData("pending 2", "confirmed 1", "confirmed 1", "whoever is on it stays on it")]
    [InlineData("pending 1", "pending 2", "pending 2", "the later word counts")]
    [InlineData("ended 1", "ended 2", "ended 2", "the later reason")]
    [InlineData("ended 2", "ended 1", "ended 2", "the later reason")]
    [InlineData("confirmed 1", "ended 2", "ended 2", "leave means leave")]
    [InlineData("ended 2", "confirmed 1", "ended 2", "leave means leave")]
    [InlineData("ended 1", "confirmed 2", "confirmed 2", "they came back by themselves")]
    [InlineData("confirmed 2", "ended 1", "confirmed 2", "they came back by themselves")]
    [InlineData("ended 1", "confirmed 1", "ended 1", "in doubt they left")]
    [InlineData("confirmed 1", "ended 1", "ended 1", "in doubt they left")]
    [InlineData("ended 1", "confirmed 2 rule", "ended 1", "a rule brings nobody back")]
    [InlineData("confirmed 2 rule", "ended 1", "ended 1", "a rule brings nobody back")]
    [InlineData("ended 1", "confirmed 2 old", "ended 1", "an old consent written down later brings nobody back")]
    [InlineData("confirmed 2 old", "ended 1", "ended 1", "an old consent written down later brings nobody back")]
    [InlineData("ended 1", "pending 2", "pending 2", "they ask to come back")]
    [InlineData("ended 2", "pending 1", "ended 2", "leave means leave")]
    public void The_later_subscription_counts_and_an_unsubscription_stays_one(string? kept, string other, string joined, string why) =>
        Assert.True(Word(joined) == SubscriptionMergeRule.Join(kept is null ? null : Word(kept), Word(other)), why);

    private static SubscriptionSnapshot Word(string text)
    {
        var words = text.Split(' ');
        var at = DateTimeOffset.UnixEpoch.AddDays(int.Parse(words[1], System.Globalization.CultureInfo.InvariantCulture));
        var state = Enum.Parse<SubscriptionState>(words[0], ignoreCase: true);
        var consent = new Consent("asked by telephone", text, words.Contains("old") ? DateTimeOffset.UnixEpoch : at);
        return new(state, state == SubscriptionState.Ended ? SubscriptionChange.Unsubscribed : null, consent with { Evidence = "" }, at, words.Contains("rule"));
    }
}
