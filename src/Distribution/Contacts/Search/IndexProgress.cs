namespace Distribution.Contacts.Search;

/// <summary>The progress of a job that reads many contacts.</summary>
public sealed record IndexProgress
{
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>The place to resume from.</summary>
    public string? After { get; init; }
}
