using Microsoft.Extensions.DependencyInjection;

namespace Distribution.Audiences.Export;

internal static class ExportServices
{
    public static IServiceCollection AddExport(this IServiceCollection services) => services
        .AddSingleton<ReadStandings>().AddSingleton<ExportContacts>();
}
