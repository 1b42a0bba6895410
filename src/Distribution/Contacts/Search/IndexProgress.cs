namespace Distribution.Contacts.Search;

/// <summary>How far a job has come that goes over many contacts.</summary>
public sealed record IndexProgress
{
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>Where to go on.</summary>
    public string? After { get; init; }
}
