using Distribution.Mail.Headers;
using Distribution.Mail.Smtp;
using Distribution.Platform.Jobs;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Distribution.Readers.Unsubscribe;

internal static class UnsubscribeServices
{
    public static IServiceCollection AddUnsubscribe(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<UnsubscribeOptions>().Bind(configuration.GetSection(UnsubscribeOptions.Section)).ValidateOnStart();
        return services
            .AddSingleton<IValidateOptions<UnsubscribeOptions>, UnsubscribeOptionsValidator>()
            .AddSingleton<IValidateOptions<UnsubscribeOptions>, UnsubscribeOptionsRules>()
            .AddSingleton<UnsubscribeMailto>().AddSingleton<FindCoveredLists>().AddSingleton<UnsubscribeMetrics>()
            .AddSingleton(provider =>
            {
                var options = provider.GetRequiredService<IOptions<UnsubscribeOptions>>().Value;
                return new OpenUnsubscribeMailbox(
                    options, MailCredential.For(options.Authentication, options.OAuth), provider.GetRequiredService<TimeProvider>());
            })
            .AddSingleton<ReadUnsubscribeMails>().AddSingleton<ScheduleUnsubscribeNotice>()
            .AddSingleton<UnsubscribeFromLists>().AddSingleton<KeepSubscriptions>().AddSingleton<SaveKeepChoice>()
            .AddSingleton<ReadUnsubscribeSummary>()
            .AddSingleton<SendUnsubscribeNotice>()
            .AddSingleton<IJobRunner>(provider => provider.GetRequiredService<SendUnsubscribeNotice>());
    }
}
