using Distribution.Audiences.Imports;
using Distribution.Audiences.MediaLists;
using Distribution.Audiences.Selection;
using Distribution.Audiences.Subscriptions;
using Distribution.Audiences.Suppressions;
using Distribution.Contacts.Contacts;
using Distribution.Dispatches.Digests;
using Distribution.Dispatches.Ledger;
using Distribution.Dispatches.Previews;
using Distribution.Dispatches.Resolutions;
using Distribution.Mail.Rendering;
using Distribution.Mail.SendRates;
using Distribution.Mail.Smtp;
using Distribution.Operations.Erasure;
using Distribution.Operations.Retention;
using Distribution.Operations.Status;
using Distribution.Platform.Audit;
using Distribution.Platform.Idempotency;
using Distribution.Platform.Jobs;
using Distribution.Platform.Security;
using Distribution.Platform.Storage;
using Distribution.Publisher.Offices;
using Distribution.Publisher.Organisations;
using Distribution.Publisher.Users;
using Distribution.Readers.Preferences;
using Distribution.Readers.Signups;
using Distribution.Readers.Unsubscribe;
using Distribution.Releases.Drafts;
using Distribution.Releases.Newsroom;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Distribution;

/// <summary>Everything the application consists of, for whichever head runs it.</summary>
public static class DistributionServices
{
    public static IServiceCollection AddDistribution(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddOptions<SecurityOptions>().Bind(configuration.GetSection(SecurityOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<SecurityOptions>, SecurityOptionsValidator>();
        services.AddOptions<PublicOptions>().Bind(configuration.GetSection(PublicOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<PublicOptions>, PublicOptionsValidator>();
        return services
            .AddStorage(configuration)
            .AddSmtp(configuration)
            .AddSingleton<AddressHash>().AddSingleton<LinkTokens>().AddSingleton<OneTimeTokenStore>()
            .AddSingleton<PublicLinks>().AddSingleton<RenderRelease>()
            .AddSingleton<AuditStore>().AddSingleton<IdempotencyStore>().AddSingleton<ReadStatus>()
            .AddSingleton<OrganisationStore>()
            .AddOffices()
            .AddSingleton<UserStore>().AddSingleton<ApiKeyStore>().AddSingleton<IdentifyCaller>().AddSingleton<FindUserUse>()
            .AddMediaLists()
            .AddContacts()
            .AddImports()
            .AddSubscriptions()
            .AddUnsubscribe(configuration)
            .AddSuppressions()
            .AddReleases(configuration)
            .AddDigests()
            .AddSignups(configuration)
            .AddPreferences()
            .AddAudiences()
            .AddNewsroom()
            .AddMailPreviews()
            .AddSendRates(configuration)
            .AddDispatches(configuration)
            .AddResolutions()
            .AddHardRefusals()
            .AddErasure()
            .AddRetention(configuration)
            .AddJobs();
    }
}
