using Distribution.Mail.Outbox;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Distribution.Operations.SignIn;

internal static class SignInServices
{
    public static IServiceCollection AddSignIn(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<SignInOptions>().Bind(configuration.GetSection(SignInOptions.Section)).ValidateOnStart();
        return services
            .AddSingleton<IValidateOptions<SignInOptions>, SignInOptionsValidator>()
            .AddSingleton<SignInRequestStore>().AddSingleton<SignInSecrets>().AddSingleton<FindSignInUser>()
            .AddSingleton<RequestSignIn>().AddSingleton<CompleteSignIn>().AddSingleton<CreateSignInLink>().AddSingleton<SignInByAccount>()
            .AddSingleton<IOutboxWriter, WriteSignInMail>();
    }
}
