using Distribution.Platform.Jobs;
using Distribution.Readers.Unsubscribe;
using Microsoft.Extensions.DependencyInjection;

namespace Distribution.Audiences.Subscriptions;

internal static class SubscriptionServices
{
    public static IServiceCollection AddSubscriptions(this IServiceCollection services) => services
        .AddSingleton<SubscriptionStore>()
        .AddSingleton<SubscribeContact>().AddSingleton<SubscribeByOwnWord>().AddSingleton<EndSubscription>().AddSingleton<RememberNotice>().AddSingleton<TakeBackDepartures>().AddSingleton<LeaveLists>().AddSingleton<StayOnLists>().AddSingleton<PreviewLeave>()
        .AddSingleton<ApplyRules>().AddSingleton<KeepCopies>().AddSingleton<UpdateCopies>()
        .AddSingleton<WriteRuleChanges>().AddSingleton<RefreshShard>().AddSingleton<RefreshMembers>()
        .AddSingleton<IJobRunner>(provider => provider.GetRequiredService<UpdateCopies>())
        .AddSingleton<IJobRunner>(provider => provider.GetRequiredService<RefreshMembers>());
}
