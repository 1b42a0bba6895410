using Distribution.Contacts.Contacts;
using Distribution.Platform.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace Distribution.Audiences.Subscriptions;

internal static class SubscriptionServices
{
    public static IServiceCollection AddSubscriptions(this IServiceCollection services) => services
        .AddSingleton<SubscriptionStore>().AddSingleton<SendExclusionStore>().AddSingleton<ReadSendExclusions>().AddSingleton<RevokeSendExclusions>()
        .AddSingleton<SubscribeContact>().AddSingleton<SubscribeByOwner>().AddSingleton<EndSubscription>().AddSingleton<EndSubscriptions>().AddSingleton<ChangeDeliveryPreferences>()
        .AddSingleton<ApplyRules>().AddSingleton<IContactProjection, SyncSubscriptions>()
        .AddSingleton<WriteRuleChanges>().AddSingleton<RefreshShard>().AddSingleton<RefreshMembers>()
        .AddSingleton<IJobRunner>(provider => provider.GetRequiredService<RefreshMembers>());
}
