using Microsoft.Extensions.DependencyInjection;

namespace Distribution.Releases;

internal static class ReleaseServices
{
    public static IServiceCollection AddReleases(this IServiceCollection services) => services
        .AddSingleton<ReleaseStore>().AddSingleton<ReleaseTimeStore>().AddSingleton<SlugStore>()
        .AddSingleton<ReadReferences>().AddSingleton<CheckRelease>().AddSingleton<ReserveSlug>().AddSingleton<ListReleases>()
        .AddSingleton<CreateRelease>().AddSingleton<ReplaceRelease>().AddSingleton<RemoveRelease>()
        .AddSingleton<ScheduleRelease>().AddSingleton<UnscheduleRelease>();
}
