namespace Distribution.Audiences.MediaLists;

/// <summary>Whether a list's members are those of its rule yet.</summary>
public sealed record RefreshProgress
{
    /// <summary>Whether the rule is being applied, or is about to be.</summary>
    public required bool IsRefreshing { get; init; }

    /// <summary>How many of the sixteen parts of the contacts are done.</summary>
    public int PartsDone { get; init; }

    public int Parts { get; } = 16;

    /// <summary>How many contacts were put on the list.</summary>
    public int Entered { get; init; }

    /// <summary>How many were taken off.</summary>
    public int Removed { get; init; }

    public DateTimeOffset? StartedAt { get; init; }

    public DateTimeOffset? FinishedAt { get; init; }
}
