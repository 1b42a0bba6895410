using Microsoft.Extensions.DependencyInjection;

namespace Distribution.Offices;

internal static class OfficeServices
{
    public static IServiceCollection AddOffices(this IServiceCollection services) => services
        .AddSingleton<OfficeStore>().AddSingleton<FindOfficeUse>()
        .AddSingleton<OfficerStore>().AddSingleton<FindOfficerUse>()
        .AddSingleton<ReadPressContacts>().AddSingleton<FindOnDuty>();
}
