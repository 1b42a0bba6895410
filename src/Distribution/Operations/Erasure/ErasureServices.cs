using Distribution.Platform.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace Distribution.Operations.Erasure;

internal static class ErasureServices
{
    public static IServiceCollection AddErasure(this IServiceCollection services) => services
        .AddSingleton<ErasureStore>().AddSingleton<EraseContact>()
        .AddSingleton<SuppressErasedContact>().AddSingleton<RemoveContactData>().AddSingleton<EraseCorrespondence>()
        .AddSingleton<EraseFromLedgers>().AddSingleton<EraseFromImports>()
        .AddSingleton<IJobRunner, CarryOutErasure>();
}
