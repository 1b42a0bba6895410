namespace Distribution.Operations.Retention;

/// <summary>The number of things of one kind that the next night would delete.</summary>
public sealed record RetentionItem
{
    /// <summary>The kind; where a setting says how long it is kept, that setting's name under <c>Retention</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>How long it is kept; null = for good.</summary>
    public TimeSpan? Kept { get; init; }

    /// <summary>Data older than this instant is deleted; null = nothing.</summary>
    public DateTimeOffset? Before { get; init; }

    /// <summary>How many; of ledgers, how many recipients.</summary>
    public required int Count { get; init; }
}
