using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Distribution.Operations.Retention;

internal static class RetentionServices
{
    public static IServiceCollection AddRetention(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<RetentionOptions>().Bind(configuration.GetSection(RetentionOptions.Section)).ValidateOnStart();
        return services
            .AddSingleton<IValidateOptions<RetentionOptions>, RetentionOptionsValidator>()
            .AddSingleton<IRetentionRule, ForgetPendingSubscriptions>().AddSingleton<IRetentionRule, ForgetTokens>()
            .AddSingleton<IRetentionRule, ForgetEndedContacts>().AddSingleton<IRetentionRule, ForgetDeliveryDetails>()
            .AddSingleton<IRetentionRule, ForgetAuditEntries>()
            .AddSingleton<IRetentionRule, ForgetSendExclusions>()
                .AddSingleton<IRetentionRule, ForgetMails>().AddSingleton<IRetentionRule, ForgetHardRefusals>()
                .AddSingleton<IRetentionRule, ForgetAnswers>()
                    .AddSingleton<IRetentionRule, ForgetImports>().AddSingleton<IRetentionRule, ForgetMerges>()
                    .AddSingleton<IRetentionRule, ForgetLimits>()
                    .AddSingleton<IRetentionRule, ForgetSessions>().AddSingleton<IRetentionRule, ForgetSignIns>()
                    .AddSingleton<RetentionMetrics>().AddSingleton<ReadRetention>();
    }
}
