namespace Distribution.Platform.Jobs;

/// <summary>
/// Does the work of the jobs of one name. One run at a time has a job, by a lease; a run that has died may have left anything half done.
/// </summary>
public interface IJobRunner
{
    string Name { get; }

    /// <returns>When to run it again, or null when it is done.</returns>
    Task<DateTimeOffset?> RunAsync(string id, CancellationToken cancellationToken);
}
