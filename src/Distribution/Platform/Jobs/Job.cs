namespace Distribution.Platform.Jobs;

/// <summary>A named piece of work that must be done at least once; the row stays until it is.</summary>
public sealed record Job
{
    public required string Name { get; init; }

    /// <summary>The subject of the job, e.g. a contact's id.</summary>
    public required string Id { get; init; }

    /// <summary>When it is put on the queue again if it is still here.</summary>
    public required DateTimeOffset Due { get; init; }

    public int Attempts { get; init; }
}
