using Distribution.Notices;
using Distribution.Outbox;
using Microsoft.Extensions.DependencyInjection;

namespace Distribution.Jobs;

internal static class JobServices
{
    public static IServiceCollection AddJobs(this IServiceCollection services) => services
        .AddSingleton<JobStore>().AddSingleton<JobRuns>().AddSingleton<RunWork>().AddSingleton<WakeJobs>().AddSingleton<Housekeeping>()
        .AddSingleton<OutboxStore>().AddSingleton<PostMail>().AddSingleton<WriteOutboxMail>().AddSingleton<IJobRunner, SendOutboxMail>()
        .AddSingleton<TellStaff>().AddSingleton<PostNotice>().AddSingleton<TellWorkflow>();
}
