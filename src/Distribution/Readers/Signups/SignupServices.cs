using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Distribution.Readers.Signups;

internal static class SignupServices
{
    public static IServiceCollection AddSignups(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<SignupOptions>().Bind(configuration.GetSection(SignupOptions.Section)).ValidateOnStart();
        return services
            .AddSingleton<IValidateOptions<SignupOptions>, SignupOptionsValidator>()
            .AddSingleton<LimitStore>().AddSingleton<LimitNetwork>()
            .AddSingleton<WriteConfirmation>().AddSingleton<StartSignup>().AddSingleton<ReadSignupChoices>().AddSingleton<SaveSignup>()
            .AddSingleton<ReadSignupLink>().AddSingleton<ConfirmSignup>();
    }
}
