using Distribution.Mail.Dkim;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Distribution.Mail.Smtp;

internal static class SmtpServices
{
    public static IServiceCollection AddSmtp(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<MailOptions>().Bind(configuration.GetSection(MailOptions.Section)).ValidateOnStart();
        return services
            .AddDkim(configuration)
            .AddSingleton<CheckRelay>()
            .AddSingleton<IValidateOptions<MailOptions>, MailOptionsValidator>()
            .AddSingleton<IValidateOptions<MailOptions>, MailOptionsRules>()
            .AddSingleton(provider => SmtpLogin.For(provider.GetRequiredService<IOptions<MailOptions>>().Value))
            .AddSingleton(provider => new SmtpTransport(
                provider.GetRequiredService<IOptions<MailOptions>>(),
                provider.GetRequiredService<SmtpLogin>(),
                provider.GetRequiredService<SignMail>(),
                provider.GetRequiredService<TimeProvider>(),
                provider.GetRequiredService<ILogger<SmtpTransport>>()));
    }
}
