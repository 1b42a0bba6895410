using Microsoft.Extensions.DependencyInjection;

namespace Distribution.Audiences.Suppressions;

internal static class HardRefusalServices
{
    public static IServiceCollection AddHardRefusals(this IServiceCollection services) => services
        .AddSingleton<HardRefusalStore>();
}
