using Distribution.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace Distribution.Refusals;

internal static class RefusalServices
{
    public static IServiceCollection AddRefusals(this IServiceCollection services) => services
        .AddSingleton<RefusalStore>().AddSingleton<IJobRunner, NoteRefusals>();
}
