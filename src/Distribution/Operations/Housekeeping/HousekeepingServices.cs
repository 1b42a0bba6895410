using Microsoft.Extensions.DependencyInjection;

namespace Distribution.Operations.Housekeeping;

internal static class HousekeepingServices
{
    public static IServiceCollection AddHousekeeping(this IServiceCollection services) => services
        .AddSingleton<RunHousekeeping>();
}
