using Microsoft.Extensions.DependencyInjection;

namespace Distribution.Platform.Jobs;

internal static class JobServices
{
    public static IServiceCollection AddJobs(this IServiceCollection services) => services
        .AddSingleton<JobStore>().AddSingleton<JobMetrics>().AddSingleton<JobRuns>().AddSingleton<RunWork>().AddSingleton<WakeJobs>();
}
