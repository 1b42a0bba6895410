using Microsoft.Extensions.DependencyInjection;

namespace Distribution.Publisher.Offices;

internal static class OfficeServices
{
    public static IServiceCollection AddOffices(this IServiceCollection services) => services
        .AddSingleton<OfficeStore>().AddSingleton<PressOfficerStore>().AddSingleton<ReadPressContacts>().AddSingleton<FindOnDuty>();
}
