using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Distribution.Mail.SendRates;

internal static class PacingServices
{
    public static IServiceCollection AddPacing(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<PaceOptions>().Bind(configuration.GetSection(PaceOptions.Section)).ValidateOnStart();
        return services.AddSingleton<IValidateOptions<PaceOptions>, PaceOptionsValidator>().AddSingleton<PaceStore>().AddSingleton<OpenTurn>();
    }
}
