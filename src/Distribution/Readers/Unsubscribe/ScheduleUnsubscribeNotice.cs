using Distribution.Platform.Jobs;

namespace Distribution.Readers.Unsubscribe;

/// <summary>
/// Schedules the notice before the unsubscription. The unsubscription neither waits for the notice nor fails by it, and one that is
/// cut short gets its notice all the same.
/// </summary>
public sealed class ScheduleUnsubscribeNotice(JobStore jobs, TimeProvider clock)
{
    public const string JobName = "unsubscribe-notice";

    /// <summary>Time to finish, and to take it back on the page without a mail about it.</summary>
    public static readonly TimeSpan Wait = TimeSpan.FromMinutes(5);

    public Task RunAsync(UnsubscribeNotice notice, CancellationToken cancellationToken) => jobs.ScheduleAsync(JobName, notice.Id, clock.GetUtcNow() + Wait, cancellationToken);
}
