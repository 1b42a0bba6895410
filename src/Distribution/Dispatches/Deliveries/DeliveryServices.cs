using Microsoft.Extensions.DependencyInjection;

namespace Distribution.Dispatches.Deliveries;

internal static class DeliveryServices
{
    public static IServiceCollection AddDeliveries(this IServiceCollection services) => services
        .AddSingleton<FindDelivery>().AddSingleton<ReadDeliveries>().AddSingleton<ReadDataChanges>()
        .AddSingleton<ExplainAbsence>().AddSingleton<ExplainDigest>().AddSingleton<ExplainDelivery>();
}
