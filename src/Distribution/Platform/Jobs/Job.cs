namespace Distribution.Platform.Jobs;

/// <summary>A named piece of work that must be done at least once; the row stays until it is.</summary>
public sealed record Job
{
    public required string Name { get; init; }

    /// <summary>The subject of the job, e.g. a contact's id.</summary>
    public required string Id { get; init; }

    /// <summary>From when on it may be run.</summary>
    public required DateTimeOffset Due { get; init; }

    /// <summary>Whether somebody waits for it, so that it does not queue behind long work.</summary>
    public bool IsUrgent { get; init; }

    /// <summary>When its last message was to appear on the queue; null when it has had none.</summary>
    public DateTimeOffset? QueuedAt { get; init; }

    /// <summary>The run that has it; null when none has.</summary>
    public string? Owner { get; init; }

    /// <summary>Until when that run keeps it, unless it renews the lease.</summary>
    public DateTimeOffset? LeaseUntil { get; init; }

    /// <summary>When it is to run once more, because that was asked for while it ran.</summary>
    public DateTimeOffset? Again { get; init; }

    /// <summary>How often it was begun since it last ended well.</summary>
    public int Attempts { get; init; }

    public bool IsLeased(DateTimeOffset now) => LeaseUntil > now;
}
