using Microsoft.Extensions.DependencyInjection;

namespace Distribution.Dispatches.Resolutions;

internal static class SettlementServices
{
    public static IServiceCollection AddSettlements(this IServiceCollection services) => services
        .AddSingleton<SettlementStore>().AddSingleton<SettleHeld>().AddSingleton<ListHeld>().AddSingleton<CountSettled>();
}
