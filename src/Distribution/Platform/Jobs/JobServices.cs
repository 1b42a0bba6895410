using Distribution.Mail.Notices;
using Distribution.Mail.Outbox;
using Distribution.Operations.Housekeeping;
using Microsoft.Extensions.DependencyInjection;

namespace Distribution.Platform.Jobs;

internal static class JobServices
{
    public static IServiceCollection AddJobs(this IServiceCollection services) => services
        .AddSingleton<JobStore>().AddSingleton<JobRuns>().AddSingleton<RunWork>().AddSingleton<WakeJobs>().AddSingleton<RunHousekeeping>()
        .AddSingleton<OutboxStore>().AddSingleton<PostMail>().AddSingleton<WriteOutboxMail>().AddSingleton<IJobRunner, SendOutboxMail>()
        .AddSingleton<NotifyUsers>().AddSingleton<PostNotice>().AddSingleton<NotifyWorkflow>();
}
