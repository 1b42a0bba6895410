using Distribution.Platform.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace Distribution.Contacts.Contacts;

internal static class ContactServices
{
    public static IServiceCollection AddContacts(this IServiceCollection services) => services
        .AddSingleton<ContactStore>()
        .AddSingleton<SyncContact>().AddSingleton<IJobRunner>(provider => provider.GetRequiredService<SyncContact>())
        .AddSingleton<CheckContact>().AddSingleton<ClaimAddresses>().AddSingleton<AddContact>().AddSingleton<ReplaceContact>()
        .AddSingleton<RecordFirstNotice>().AddSingleton<ChangeEmployer>().AddSingleton<RemoveContact>();
}
