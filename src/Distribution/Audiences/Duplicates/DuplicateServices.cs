using Distribution.Platform.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace Distribution.Audiences.Duplicates;

internal static class DuplicateServices
{
    public static IServiceCollection AddDuplicates(this IServiceCollection services) => services
        .AddSingleton<DuplicateStore>().AddSingleton<StartDuplicateSearch>().AddSingleton<ListDuplicates>().AddSingleton<DismissDuplicate>()
        .AddSingleton<IJobRunner, FindDuplicates>();
}
