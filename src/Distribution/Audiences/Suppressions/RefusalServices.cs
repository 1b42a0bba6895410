using Distribution.Dispatches.Refusals;
using Distribution.Platform.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace Distribution.Audiences.Suppressions;

internal static class RefusalServices
{
    public static IServiceCollection AddRefusals(this IServiceCollection services) => services
        .AddSingleton<RefusalStore>().AddSingleton<IJobRunner, NoteRefusals>();
}
