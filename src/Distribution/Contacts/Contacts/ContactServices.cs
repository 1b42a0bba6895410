using Distribution.Audiences.Duplicates;
using Distribution.Audiences.Export;
using Distribution.Audiences.MediaLists;
using Distribution.Audiences.Merging;
using Distribution.Contacts.Outlets;
using Distribution.Contacts.Search;
using Microsoft.Extensions.DependencyInjection;

namespace Distribution.Contacts.Contacts;

internal static class ContactServices
{
    public static IServiceCollection AddContacts(this IServiceCollection services) => services
        .AddSingleton<OutletStore>().AddSingleton<FindOutletUse>().AddSingleton<ContactStore>()
        .AddSingleton<CheckContact>().AddSingleton<ClaimAddresses>().AddSingleton<AddContact>().AddSingleton<ReplaceContact>()
        .AddSingleton<ChangeDeliveryPreferences>().AddSingleton<RecordFirstNotice>().AddSingleton<ChangeEmployer>()
        .AddSingleton<RemoveContact>().AddSingleton<ExportContacts>().AddSingleton<ReadStandings>()
        .AddContactSearch().AddDuplicates().AddMerging();
}
