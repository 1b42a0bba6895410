namespace Distribution.Operations.Retention;

/// <summary>The deletions of the next night.</summary>
/// <param name="At">The time of the next night, expected from the last one.</param>
/// <param name="Items">Each kind, whether or not there is something to delete.</param>
public sealed record RetentionReport(DateTimeOffset At, IReadOnlyList<RetentionItem> Items);
