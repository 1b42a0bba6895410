using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Distribution.Mail.SendRates;

internal static class SendRateServices
{
    public static IServiceCollection AddSendRates(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<SendRateOptions>().Bind(configuration.GetSection(SendRateOptions.Section)).ValidateOnStart();
        return services.AddSingleton<IValidateOptions<SendRateOptions>, SendRateOptionsValidator>().AddSingleton<SendRateStore>()
            .AddSingleton<CreateSendPermit>();
    }
}
