namespace Distribution.Audiences.Duplicates;

/// <summary>How far the search for duplicates is.</summary>
public sealed record DuplicateSearch
{
    /// <summary>Parts of which one search consists.</summary>
    public const int Parts = 5;

    public required DateTimeOffset StartedAt { get; init; }

    public int PartsDone { get; init; }

    public DateTimeOffset? FinishedAt { get; init; }
}
