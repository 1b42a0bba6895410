using Distribution.Mail.Outbox;
using Microsoft.Extensions.DependencyInjection;

namespace Distribution.Readers.Preferences;

internal static class PreferencesServices
{
    public static IServiceCollection AddPreferences(this IServiceCollection services) => services
        .AddSingleton<RequestPreferencesLink>().AddSingleton<IOutboxWriter, WritePreferencesMail>().AddSingleton<OpenPreferences>()
            .AddSingleton<ReadPreferences>()
            .AddSingleton<SaveOwnDetails>().AddSingleton<ChangePreferences>().AddSingleton<CorrectDetails>()
            .AddSingleton<StopSubscriptions>()
            .AddSingleton<RequestAddressChange>().AddSingleton<WriteAddressChangeMail>().AddSingleton<ChangeAddress>()
            .AddSingleton<ReadReceived>().AddSingleton<ReadOwnData>();
}
