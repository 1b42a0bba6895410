using Microsoft.Extensions.DependencyInjection;

namespace Distribution.Audiences.Selection;

internal static class AudienceServices
{
    public static IServiceCollection AddAudiences(this IServiceCollection services) => services
        .AddSingleton<ReadAudience>().AddSingleton<ReadCandidates>()
        .AddSingleton<CheckAddressing>().AddSingleton<EstimateAudience>().AddSingleton<ExplainAudience>();
}
