namespace Distribution.Platform.Jobs;

/// <summary>When a timed job last ran, and how that went.</summary>
public sealed record JobRun
{
    public required string Job { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>The result in words and numbers; null where there is none.</summary>
    public string? Note { get; init; }

    /// <summary>Kind of the failure, if it failed.</summary>
    public string? Failure { get; init; }
}
