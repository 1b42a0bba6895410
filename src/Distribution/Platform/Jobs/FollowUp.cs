namespace Distribution.Platform.Jobs;

/// <summary>
/// A job that has to follow a write which is being made. A process that dies in between leaves it behind, and the timer makes it a job.
/// </summary>
public sealed record FollowUp
{
    /// <summary>Name of the job.</summary>
    public required string Name { get; init; }

    /// <summary>The subject of the job.</summary>
    public required string Id { get; init; }

    /// <summary>When the write is over, one way or the other.</summary>
    public required DateTimeOffset Due { get; init; }

    public bool IsUrgent { get; init; }
}
