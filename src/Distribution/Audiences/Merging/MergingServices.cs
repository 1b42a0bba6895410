using Distribution.Contacts.Contacts;
using Distribution.Platform.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace Distribution.Audiences.Merging;

internal static class MergingServices
{
    public static IServiceCollection AddMerging(this IServiceCollection services) => services
        .AddSingleton<MergeStore>().AddSingleton<ContactIds>().AddSingleton<IContactProjection, DetachContact>()
        .AddSingleton<TransferSubscriptions>().AddSingleton<ReturnSubscriptions>().AddSingleton<CarryOutMerge>().AddSingleton<CarryOutUndo>()
        .AddSingleton<FinishMerge>().AddSingleton<IJobRunner>(provider => provider.GetRequiredService<FinishMerge>())
        .AddSingleton<CompleteMerge>().AddSingleton<MergeContacts>().AddSingleton<UndoMerge>();
}
