using Microsoft.Extensions.DependencyInjection;

namespace Distribution.Releases.References;

internal static class ReferenceServices
{
    public static IServiceCollection AddReferences(this IServiceCollection services) => services
        .AddSingleton<FindOfficeUse>().AddSingleton<FindMediaListUse>().AddSingleton<FindPressOfficerUse>()
            .AddSingleton<RemovePressOfficer>().AddSingleton<RemoveTopic>();
}
