using Distribution.Dispatches.Digests;
using Distribution.Dispatches.Planning;
using Distribution.Operations.Housekeeping;
using Distribution.Platform.Jobs;
using Distribution.Readers.Unsubscribe;
using Microsoft.Azure.Functions.Worker;

namespace Distribution.Functions;

/// <summary>Schedules are flat settings: the scale controller does not resolve names with a colon or a double underscore.</summary>
public sealed class TimerFunctions(
    DispatchDueReleases dispatch,
    ContinueDispatches sending,
    WakeJobs jobs,
    SendDigests digests,
    ReadUnsubscribeMails leaves,
    RunHousekeeping housekeeping)
{
    [Function("dispatch")]
    public Task DispatchAsync([TimerTrigger("%DispatchSchedule%")] TimerInfo timer, CancellationToken cancellationToken) =>
        dispatch.RunAsync(cancellationToken);

    [Function("sending")]
    public Task ContinueAsync([TimerTrigger("%SendingSchedule%")] TimerInfo timer, CancellationToken cancellationToken) =>
        sending.RunAsync(cancellationToken);

    [Function("jobs")]
    public Task WakeJobsAsync([TimerTrigger("%JobSchedule%")] TimerInfo timer, CancellationToken cancellationToken) =>
        jobs.RunAsync(cancellationToken);

    [Function("digests")]
    public Task SendDigestsAsync([TimerTrigger("%DigestSchedule%")] TimerInfo timer, CancellationToken cancellationToken) =>
        digests.RunAsync(cancellationToken);

    [Function("unsubscribe")]
    public Task ReadUnsubscribeMailsAsync([TimerTrigger("%UnsubscribeSchedule%")] TimerInfo timer, CancellationToken cancellationToken) =>
        leaves.RunAsync(cancellationToken);

    [Function("housekeeping")]
    public Task HousekeepAsync([TimerTrigger("%HousekeepingSchedule%")] TimerInfo timer, CancellationToken cancellationToken) =>
        housekeeping.RunAsync(cancellationToken);
}
