using Distribution.Platform.Jobs;
using Distribution.Readers.Unsubscribe;
using Microsoft.Extensions.DependencyInjection;

namespace Distribution.Audiences.Subscriptions;

internal static class SubscriptionServices
{
    public static IServiceCollection AddSubscriptions(this IServiceCollection services) => services
        .AddSingleton<SubscriptionStore>()
        .AddSingleton<SubscribeContact>().AddSingleton<SubscribeByOwner>().AddSingleton<EndSubscription>().AddSingleton<EndSubscriptions>()
        .AddSingleton<ScheduleUnsubscribeNotice>().AddSingleton<RevokeSendExclusions>().AddSingleton<UnsubscribeFromLists>()
        .AddSingleton<KeepSubscriptions>().AddSingleton<ReadUnsubscribeSummary>()
        .AddSingleton<ApplyRules>().AddSingleton<SyncAfterWrite>().AddSingleton<SyncSubscriptions>()
        .AddSingleton<WriteRuleChanges>().AddSingleton<RefreshShard>().AddSingleton<RefreshMembers>()
        .AddSingleton<IJobRunner>(provider => provider.GetRequiredService<SyncSubscriptions>())
        .AddSingleton<IJobRunner>(provider => provider.GetRequiredService<RefreshMembers>());
}
