using Distribution.Dispatches;
using Distribution.Jobs;
using Microsoft.Azure.Functions.Worker;

namespace Distribution.Functions;

/// <summary>Schedules are flat settings: the scale controller does not resolve names with a colon or a double underscore.</summary>
public sealed class TimerFunctions(DispatchDueReleases dispatch, Housekeeping housekeeping)
{
    [Function("dispatch")]
    public Task DispatchAsync([TimerTrigger("%DispatchSchedule%")] TimerInfo timer, CancellationToken cancellationToken) =>
        dispatch.RunAsync(cancellationToken);

    [Function("housekeeping")]
    public Task HousekeepAsync([TimerTrigger("%HousekeepingSchedule%")] TimerInfo timer, CancellationToken cancellationToken) =>
        housekeeping.RunAsync(cancellationToken);
}
