namespace Distribution.Operations.Retention;

/// <summary>What the next night would delete of one kind.</summary>
public sealed record RetentionItem
{
    /// <summary>What it is; where a setting says how long it is kept, that setting's name under <c>Retention</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>How long it is kept; null = for good.</summary>
    public TimeSpan? Kept { get; init; }

    /// <summary>What is older than this instant goes; null = nothing.</summary>
    public DateTimeOffset? Before { get; init; }

    /// <summary>How many; of ledgers, how many recipients.</summary>
    public required int Count { get; init; }
}
