using Distribution.Contacts.Outlets;
using Distribution.Publisher.Topics;
using Microsoft.Extensions.DependencyInjection;

namespace Distribution.Audiences.MediaLists;

internal static class MediaListServices
{
    public static IServiceCollection AddMediaLists(this IServiceCollection services) => services
        .AddSingleton<MediaListStore>().AddSingleton<FindOutletUse>()
        .AddSingleton<ReadRules>().AddSingleton<RequestRefresh>().AddSingleton<RuleRefreshStore>().AddSingleton<ReadRefresh>()
        .AddSingleton<IOutletFollower, RefreshByOutlet>().AddSingleton<ITopicFollower, RefreshByTopic>();
}
