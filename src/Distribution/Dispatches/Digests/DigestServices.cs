using Distribution.Contacts.Contacts;
using Microsoft.Extensions.DependencyInjection;

namespace Distribution.Dispatches.Digests;

internal static class DigestServices
{
    public static IServiceCollection AddDigests(this IServiceCollection services) => services
        .AddSingleton<DigestStore>().AddSingleton<IContactProjection, SyncDigestSubscriber>().AddSingleton<ReadEditions>().AddSingleton<PlanDigest>().AddSingleton<DispatchDigest>().AddSingleton<SendDigests>();
}
