using Distribution.Audiences;
using Distribution.Audit;
using Distribution.Contacts;
using Distribution.Desk;
using Distribution.Digests;
using Distribution.Dispatches;
using Distribution.Erasure;
using Distribution.Idempotency;
using Distribution.Imports;
using Distribution.Jobs;
using Distribution.Leave;
using Distribution.Mail;
using Distribution.Mail.Smtp;
using Distribution.MediaLists;
using Distribution.Newsroom;
using Distribution.Offices;
using Distribution.Organisations;
using Distribution.Pacing;
using Distribution.People;
using Distribution.Previews;
using Distribution.Refusals;
using Distribution.Releases;
using Distribution.Retention;
using Distribution.Security;
using Distribution.Settlements;
using Distribution.Signups;
using Distribution.Status;
using Distribution.Storage;
using Distribution.Subscriptions;
using Distribution.Suppressions;
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
            .AddSingleton<PersonStore>().AddSingleton<ApiKeyStore>().AddSingleton<IdentifyCaller>().AddSingleton<FindPersonUse>()
            .AddMediaLists()
            .AddContacts()
            .AddImports()
            .AddSubscriptions()
            .AddLeave(configuration)
            .AddSuppressions()
            .AddReleases(configuration)
            .AddDigests()
            .AddSignups(configuration)
            .AddDesk()
            .AddAudiences()
            .AddNewsroom()
            .AddPreviews()
            .AddPacing(configuration)
            .AddDispatches(configuration)
            .AddSettlements()
            .AddRefusals()
            .AddErasure()
            .AddRetention(configuration)
            .AddJobs();
    }
}
