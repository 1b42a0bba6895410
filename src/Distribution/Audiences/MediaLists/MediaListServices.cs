using Distribution.Releases.References;
using Microsoft.Extensions.DependencyInjection;

namespace Distribution.Audiences.MediaLists;

internal static class MediaListServices
{
    public static IServiceCollection AddMediaLists(this IServiceCollection services) => services
        .AddSingleton<MediaListStore>().AddSingleton<FindMediaListUse>()
        .AddSingleton<ReadRules>().AddSingleton<RequestRefresh>().AddSingleton<RuleRefreshStore>().AddSingleton<ReadRefresh>();
}
