using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Distribution.Mail.Dkim;

internal static class DkimServices
{
    public static IServiceCollection AddDkim(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<DkimOptions>().Bind(configuration.GetSection(DkimOptions.Section)).ValidateOnStart();
        return services
            .AddSingleton<IValidateOptions<DkimOptions>, DkimOptionsValidator>()
            .AddSingleton<IValidateOptions<DkimOptions>, DkimOptionsRules>()
            .AddSingleton<SignMail>();
    }
}
