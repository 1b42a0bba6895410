using Distribution.Audiences.Subscriptions;

namespace Distribution.Tests.Audiences.Subscriptions;

public sealed class SendExclusionsTests
{
    private static readonly SendExclusions Excluded = new(
    [
        new() { Contact = "left-one", Lists = ["press"], At = DateTimeOffset.UnixEpoch },
        new() { Contact = "left-both", Lists = ["press"], At = DateTimeOffset.UnixEpoch },
        new() { Contact = "left-both", Lists = ["radio"], At = DateTimeOffset.UnixEpoch },
        new() { Contact = "suppressed", At = DateTimeOffset.UnixEpoch },
    ]);

    [Theory]
    [InlineData("left-one", false)]
    [InlineData("left-both", true)]
    [InlineData("suppressed", true)]
    [InlineData("stayed", false)]
    public void Whoever_is_still_on_one_of_the_lists_is_mailed(string contact, bool sendExclusions) =>
        Assert.Equal(sendExclusions, Excluded.Has(contact, ["press", "radio"]));
}
