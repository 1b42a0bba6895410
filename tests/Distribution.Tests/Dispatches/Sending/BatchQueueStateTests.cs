using Distribution.Dispatches.Sending;

namespace Distribution.Tests.Dispatches.Sending;

public sealed class BatchQueueStateTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);

    /// <summary>Minutes before now; negative = still to come.</summary>
    [Theory]
    [InlineData(1, 1, null, false, "has just been queued")]
    [InlineData(6, 6, null, true, "its message must be lost")]
    [InlineData(1, 3, null, true, "became due after it was queued")]
    [InlineData(-1, 3, null, false, "is not due yet")]
    [InlineData(3, 3, -1.0, false, "is being worked on")]
    [InlineData(3, 3, 1.0, true, "was left by a run that died")]
    [InlineData(3, 1, 2.0, false, "was queued since its run died")]
    public void A_batch_is_queued_again_when_nobody_will_come_for_it(
        double due, double queued, double? lease, bool expected, string because)
    {
        BatchQueueState batch = new(
            new("d", "p", "r"),
            default,
            1,
            Now.AddMinutes(-due),
            Now.AddMinutes(-queued),
            lease is null ? null : Now.AddMinutes(-lease.Value));

        Assert.True(expected == batch.NeedsQueueing(Now, TimeSpan.FromMinutes(5)), because);
    }
}
