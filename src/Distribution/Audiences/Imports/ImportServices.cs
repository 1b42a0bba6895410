using Distribution.Platform.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace Distribution.Audiences.Imports;

internal static class ImportServices
{
    public static IServiceCollection AddImports(this IServiceCollection services) => services
        .AddSingleton<ImportStore>().AddSingleton<ImportFiles>()
        .AddSingleton<UploadImport>().AddSingleton<SaveImport>().AddSingleton<CheckImport>().AddSingleton<StartImport>()
        .AddSingleton<RemoveImport>().AddSingleton<ReadImportRows>()
        .AddSingleton<StageImport>().AddSingleton<DecideRows>().AddSingleton<RecordOptOuts>().AddSingleton<ReadImportSurroundings>()
        .AddSingleton<ApplyRows>().AddSingleton<RunImport>().AddSingleton<RunImportPart>()
        .AddSingleton<IJobRunner>(provider => provider.GetRequiredService<RunImport>());
}
