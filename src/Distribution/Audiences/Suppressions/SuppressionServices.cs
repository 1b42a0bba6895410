using Microsoft.Extensions.DependencyInjection;

namespace Distribution.Audiences.Suppressions;

internal static class SuppressionServices
{
    public static IServiceCollection AddSuppressions(this IServiceCollection services) => services
        .AddSingleton<SuppressionStore>().AddSingleton<AddSuppression>().AddSingleton<SuppressFile>().AddSingleton<LiftSuppression>()
            .AddSingleton<LiftByOwner>().AddSingleton<FindSuppression>();
}
