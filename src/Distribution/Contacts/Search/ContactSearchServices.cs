using Distribution.Platform.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace Distribution.Contacts.Search;

internal static class ContactSearchServices
{
    public static IServiceCollection AddContactSearch(this IServiceCollection services) => services
        .AddSingleton<ContactIndexStore>().AddSingleton<UpdateIndex>().AddSingleton<IndexNewMembers>().AddSingleton<SearchContacts>()
        .AddSingleton<IndexProgressStore>().AddSingleton<ReindexContacts>().AddSingleton<ReindexOutlet>()
        .AddSingleton<IJobRunner>(provider => provider.GetRequiredService<ReindexContacts>())
        .AddSingleton<IJobRunner>(provider => provider.GetRequiredService<ReindexOutlet>());
}
