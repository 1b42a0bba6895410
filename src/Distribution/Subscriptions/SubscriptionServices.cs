using Distribution.Jobs;
using Distribution.MediaLists;
using Microsoft.Extensions.DependencyInjection;

namespace Distribution.Subscriptions;

internal static class SubscriptionServices
{
    public static IServiceCollection AddSubscriptions(this IServiceCollection services) => services
        .AddSingleton<SubscriptionStore>()
        .AddSingleton<SubscribeContact>().AddSingleton<EndSubscription>().AddSingleton<LeaveLists>().AddSingleton<PreviewLeave>()
        .AddSingleton<ReadRules>().AddSingleton<ApplyRules>().AddSingleton<KeepCopies>().AddSingleton<UpdateCopies>()
        .AddSingleton<IJobRunner>(provider => provider.GetRequiredService<UpdateCopies>());
}
