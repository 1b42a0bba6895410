namespace Distribution.Audiences.Duplicates;

/// <summary>Two contacts that may be one person. The evidence is not stored: it is computed from the contacts as they are.</summary>
public sealed record Duplicate
{
    /// <summary>The lower of the two ids.</summary>
    public required string First { get; init; }

    public required string Second { get; init; }

    public required DateTimeOffset FoundAt { get; init; }

    /// <summary>Whether somebody has said that they are two people.</summary>
    public bool IsDismissed { get; init; }

    public DateTimeOffset? DismissedAt { get; init; }

    /// <summary>Id of the person who said so.</summary>
    public string? DismissedBy { get; init; }
}
