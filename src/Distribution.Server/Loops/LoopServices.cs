using Distribution.Dispatches.Digests;
using Distribution.Dispatches.Planning;
using Distribution.Dispatches.Sending;
using Distribution.Mail.Smtp;
using Distribution.Operations.Housekeeping;
using Distribution.Platform.Jobs;
using Distribution.Platform.Storage;
using Distribution.Readers.Unsubscribe;
using Microsoft.Extensions.Options;

namespace Distribution.Server.Loops;

/// <summary>The triggers that the Functions head declares.</summary>
internal static class LoopServices
{
    private const int ReleasesAtOnce = 4;
    private const int WorkAtOnce = 4;

    public static IServiceCollection AddLoops(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<ScheduleOptions>().Bind(configuration).ValidateOnStart();
        services.AddSingleton<IValidateOptions<ScheduleOptions>, ScheduleOptionsValidator>();
        return services
            .AddTimer(provider => new(
                DispatchDueReleases.Name, Schedule(provider, times => times.DispatchSchedule), AtStart: true,
                provider.GetRequiredService<DispatchDueReleases>().RunAsync))
            .AddTimer(provider => new(
                ContinueDispatches.Name, Schedule(provider, times => times.SendingSchedule), AtStart: true,
                provider.GetRequiredService<ContinueDispatches>().RunAsync))
            .AddTimer(provider => new(
                WakeJobs.Name, Schedule(provider, times => times.JobSchedule), AtStart: true,
                provider.GetRequiredService<WakeJobs>().RunAsync))
            .AddTimer(provider => new(
                SendDigests.Name, Schedule(provider, times => times.DigestSchedule), AtStart: false,
                provider.GetRequiredService<SendDigests>().RunAsync))
            .AddTimer(provider => new(
                ReadUnsubscribeMails.Name, Schedule(provider, times => times.UnsubscribeSchedule), AtStart: false,
                provider.GetRequiredService<ReadUnsubscribeMails>().RunAsync))
            .AddTimer(provider => new(
                RunHousekeeping.Name, Schedule(provider, times => times.HousekeepingSchedule), AtStart: false,
                provider.GetRequiredService<RunHousekeeping>().RunAsync))
            .AddQueue(provider => Job(
                provider, Queues.Releases, ReleasesAtOnce, provider.GetRequiredService<StartRelease>().RunAsync))
            .AddQueue(provider =>
            {
                var connections = provider.GetRequiredService<IOptions<MailOptions>>().Value.Connections;
                // As many wait for a connection as there are, so that none waits for the queue.
                return Job(provider, Queues.Batches, 2 * connections, provider.GetRequiredService<SendBatch>().RunAsync) with
                {
                    Refill = connections
                };
            })
            .AddQueue(provider => Job(provider, Queues.Urgent, WorkAtOnce, provider.GetRequiredService<RunWork>().RunAsync))
            .AddQueue(provider => Job(provider, Queues.Work, WorkAtOnce, provider.GetRequiredService<RunWork>().RunAsync));
    }

    // Not AddHostedService, which takes a second loop of the same type for the first again.
    private static IServiceCollection AddTimer(this IServiceCollection services, Func<IServiceProvider, TimerJob> job) =>
        services.AddSingleton<IHostedService>(provider => ActivatorUtilities.CreateInstance<TimerLoop>(provider, job(provider)));

    private static IServiceCollection AddQueue(this IServiceCollection services, Func<IServiceProvider, QueueJob> job) =>
        services.AddSingleton<IHostedService>(provider => ActivatorUtilities.CreateInstance<QueueLoop>(provider, job(provider)));

    private static QueueJob Job(IServiceProvider provider, string name, int concurrency, Func<string, CancellationToken, Task> handler)
    {
        var queues = provider.GetRequiredService<Queues>();
        QueueJob job = new(queues[name], queues[$"{name}-poison"], concurrency, handler);
        queues.Sent += sent =>
        {
            if (sent == name) job.Bell.Ring();
        };
        return job;
    }

    private static NCrontab.CrontabSchedule Schedule(IServiceProvider provider, Func<ScheduleOptions, string> setting) =>
        ScheduleAttribute.Parse(setting(provider.GetRequiredService<IOptions<ScheduleOptions>>().Value));
}
