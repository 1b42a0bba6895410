using Distribution.Contacts.Contacts;
using Distribution.Contacts.Outlets;
using Distribution.Platform.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace Distribution.Audiences.Indexing;

internal static class IndexingServices
{
    public static IServiceCollection AddIndexing(this IServiceCollection services) => services
        .AddSingleton<UpdateIndex>().AddSingleton<IContactProjection>(provider => provider.GetRequiredService<UpdateIndex>())
        .AddSingleton<IndexNewMembers>().AddSingleton<ReindexContacts>().AddSingleton<IOutletFollower, RequestOutletReindex>()
        .AddSingleton<IJobRunner>(provider => provider.GetRequiredService<ReindexContacts>())
        .AddSingleton<IJobRunner, ReindexOutlet>();
}
