using Distribution.Platform.Jobs;

namespace Distribution.Operations.Status;

/// <summary>How the program is doing, for those who look after it.</summary>
public sealed record ProgramStatus
{
    /// <summary>The last run of each timed job.</summary>
    public required IReadOnlyList<JobRun> Jobs { get; init; }

    /// <summary>Since when the release that waits longest has been due; null when none waits.</summary>
    public DateTimeOffset? OldestDueRelease { get; init; }

    public required IReadOnlyList<QueueStatus> Queues { get; init; }

    public required StorageStatus Storage { get; init; }

    public required RelayStatus Mail { get; init; }
}
