namespace Distribution.Operations.Retention;

/// <summary>One kind of thing that goes when it has served its time.</summary>
public interface IRetentionRule
{
    /// <summary>Its name in reports, notes and metrics, which is that of its setting if it has one.</summary>
    string Kind { get; }

    /// <summary>How long it is kept; null = for good.</summary>
    TimeSpan? Kept { get; }

    /// <summary>Deletes older data. Counting works the same way, so that a report shows what a night deletes.</summary>
    /// <param name="before">Data older than this instant.</param>
    /// <param name="onlyCount">Whether nothing is deleted.</param>
    /// <returns>How many.</returns>
    Task<int> RunAsync(DateTimeOffset before, bool onlyCount, CancellationToken cancellationToken);
}
