namespace Distribution.Operations.Retention;

/// <summary>What the next night would delete.</summary>
/// <param name="At">When that is, as far as the last night tells.</param>
/// <param name="Items">Each kind, whether or not there is something to delete.</param>
public sealed record RetentionReport(DateTimeOffset At, IReadOnlyList<RetentionItem> Items);
