using Microsoft.Extensions.DependencyInjection;

namespace Distribution.Contacts.Search;

internal static class ContactSearchServices
{
    public static IServiceCollection AddContactSearch(this IServiceCollection services) => services
        .AddSingleton<ContactIndexStore>().AddSingleton<SearchContacts>().AddSingleton<IndexProgressStore>();
}
