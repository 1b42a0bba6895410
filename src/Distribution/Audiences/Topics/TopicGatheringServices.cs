using Distribution.Platform.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace Distribution.Audiences.Topics;

internal static class TopicGatheringServices
{
    public static IServiceCollection AddTopicGathering(this IServiceCollection services) => services
        .AddSingleton<GatherTopics>().AddSingleton<IJobRunner>(provider => provider.GetRequiredService<GatherTopics>());
}
