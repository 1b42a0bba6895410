namespace Distribution.Audiences.MediaLists;

/// <summary>The progress of the job that applies a list's rule to all contacts.</summary>
public sealed record RuleRefresh
{
    public required string List { get; init; }

    /// <summary>The <see cref="RuleBook.Version"/> it uses; when that changes, it restarts.</summary>
    public required string Version { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>How many of the sixteen shards of contacts are done.</summary>
    public int Shards { get; init; }

    /// <summary>How many contacts it has put on the list; what was done just before a crash is not counted.</summary>
    public int Entered { get; init; }

    /// <summary>How many it has taken off.</summary>
    public int Removed { get; init; }

    public DateTimeOffset? FinishedAt { get; init; }
}
