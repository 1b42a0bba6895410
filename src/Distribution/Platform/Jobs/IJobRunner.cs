namespace Distribution.Platform.Jobs;

/// <summary>Does the work of the jobs of one name. It may be started again at any time, also while it runs elsewhere.</summary>
public interface IJobRunner
{
    string Name { get; }

    /// <returns>When to run it again, or null when it is done.</returns>
    Task<DateTimeOffset?> RunAsync(string id, CancellationToken cancellationToken);
}
