using Distribution.Platform.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace Distribution.Mail.Notices;

internal static class NoticeServices
{
    public static IServiceCollection AddNotices(this IServiceCollection services) => services
        .AddSingleton<PostNotice>().AddSingleton<NotifyWorkflow>()
        .AddSingleton<IJobRunner, ProcessTransition>().AddSingleton<IJobRunner, RemindApprovers>();
}
