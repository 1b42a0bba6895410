namespace Distribution.Retention;

/// <summary>What the next night would delete of one kind.</summary>
public sealed record RetentionItem
{
    /// <summary>Name of the setting under <c>Retention</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>How long it is kept; null = for good.</summary>
    public TimeSpan? Kept { get; init; }

    /// <summary>What is older than this instant goes; null = nothing.</summary>
    public DateTimeOffset? Before { get; init; }

    /// <summary>How many: subscriptions, links, contacts, recipients in ledgers, entries.</summary>
    public required int Count { get; init; }
}
