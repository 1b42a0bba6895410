using Distribution.Releases.References;
using Microsoft.Extensions.DependencyInjection;

namespace Distribution.Publisher.Offices;

internal static class OfficeServices
{
    public static IServiceCollection AddOffices(this IServiceCollection services) => services
        .AddSingleton<OfficeStore>().AddSingleton<FindOfficeUse>()
        .AddSingleton<PressOfficerStore>().AddSingleton<FindPressOfficerUse>().AddSingleton<RemovePressOfficer>()
        .AddSingleton<ReadPressContacts>().AddSingleton<FindOnDuty>();
}
