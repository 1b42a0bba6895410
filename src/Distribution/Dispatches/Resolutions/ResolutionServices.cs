using Microsoft.Extensions.DependencyInjection;

namespace Distribution.Dispatches.Resolutions;

internal static class ResolutionServices
{
    public static IServiceCollection AddResolutions(this IServiceCollection services) => services
        .AddSingleton<ResolutionStore>().AddSingleton<ResolveHeld>().AddSingleton<ListHeld>().AddSingleton<CountResolved>();
}
