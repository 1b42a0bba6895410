using Distribution.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace Distribution.Contacts.Duplicates;

internal static class DuplicateServices
{
    public static IServiceCollection AddDuplicates(this IServiceCollection services) => services
        .AddSingleton<DuplicateStore>().AddSingleton<StartDuplicateSearch>().AddSingleton<ListDuplicates>().AddSingleton<DismissDuplicate>()
        .AddSingleton<IJobRunner, FindDuplicates>();
}
