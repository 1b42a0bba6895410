using Distribution.Platform.Jobs;

namespace Distribution.Tests.Platform.Jobs;

public sealed class JobQueueRuleTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);

    /// <summary>Minutes before now; negative = still to come.</summary>
    [Theory]
    [InlineData(0.0, null, 0.0, null, true, "has never had a message")]
    [InlineData(-1.0, null, 0.0, null, false, "is not due yet")]
    [InlineData(4.0, 4.0, 0.0, null, false, "may have a message that is on its way back from a worker that died")]
    [InlineData(6.0, 6.0, 0.0, null, true, "must have lost its message, for the queue is empty")]
    [InlineData(600.0, 600.0, 601.0, null, false, "waits behind a message that is older")]
    [InlineData(600.0, 600.0, 597.0, null, false, "may wait beside a message of about its age")]
    [InlineData(600.0, 600.0, 10.0, null, true, "must have lost its message, for much younger ones are first")]
    [InlineData(600.0, 600.0, 0.0, -0.5, false, "is being worked on")]
    [InlineData(600.0, 1.0, 601.0, 0.1, true, "was left by a run that died")]
    public void A_job_gets_a_message_when_nobody_will_come_for_it(
        double due, double? queued, double first, double? lease, bool expected, string because)
    {
        Job job = new()
        {
            Name = "a",
            Id = "b",
            Due = Now.AddMinutes(-due),
            QueuedAt = queued is null ? null : Now.AddMinutes(-queued.Value),
            Owner = lease is null ? null : "somebody",
            LeaseUntil = lease is null ? null : Now.AddMinutes(-lease.Value),
        };

        Assert.True(expected == JobQueueRule.NeedsMessage(job, Now.AddMinutes(-first), Now), because);
    }
}
