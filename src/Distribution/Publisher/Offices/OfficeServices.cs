using Distribution.Releases.References;
using Microsoft.Extensions.DependencyInjection;

namespace Distribution.Publisher.Offices;

internal static class OfficeServices
{
    public static IServiceCollection AddOffices(this IServiceCollection services) => services
        .AddSingleton<OfficeStore>().AddSingleton<FindOfficeUse>()
        .AddSingleton<OfficerStore>().AddSingleton<FindOfficerUse>().AddSingleton<RemoveOfficer>()
        .AddSingleton<ReadPressContacts>().AddSingleton<FindOnDuty>();
}
