using Distribution.Mail.Headers;
using Distribution.Mail.Smtp;
using Distribution.Platform.Jobs;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Distribution.Readers.Unsubscribe;

internal static class LeaveServices
{
    public static IServiceCollection AddLeave(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<LeaveOptions>().Bind(configuration.GetSection(LeaveOptions.Section)).ValidateOnStart();
        return services
            .AddSingleton<IValidateOptions<LeaveOptions>, LeaveOptionsValidator>()
            .AddSingleton<IValidateOptions<LeaveOptions>, LeaveOptionsRules>()
            .AddSingleton<LeaveMailto>().AddSingleton<LeaveByToken>().AddSingleton<StayByToken>().AddSingleton<LeaveMetrics>()
            .AddSingleton(provider =>
            {
                var options = provider.GetRequiredService<IOptions<LeaveOptions>>().Value;
                return new OpenLeaveMailbox(options, MailCredential.For(options.Authentication, options.OAuth), provider.GetRequiredService<TimeProvider>());
            })
            .AddSingleton<ReadLeaveMails>()
            .AddSingleton<TellLeaver>().AddSingleton<IJobRunner>(provider => provider.GetRequiredService<TellLeaver>());
    }
}
