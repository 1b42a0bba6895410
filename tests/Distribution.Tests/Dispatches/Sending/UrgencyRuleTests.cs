using Distribution.Dispatches.Ledger;
using Distribution.Dispatches.Sending;
using Distribution.Mail.SendRates;

namespace Distribution.Tests.Dispatches.Sending;

public sealed class UrgencyRuleTests
{
    [Fact]
    public void Somebody_has_said_how_urgent_each_kind_is() =>
        Assert.All(Enum.GetValues<DispatchKind>(), kind => Assert.True(Enum.IsDefined(UrgencyRule.Get(kind))));

    [Fact]
    public void Who_waits_for_one_mail_comes_first_and_a_digest_last() =>
        Assert.Equal(
            [Urgency.Outbox, Urgency.Kill, Urgency.Correction, Urgency.Release, Urgency.Digest], Enum.GetValues<Urgency>().Order());
}
