using Distribution.Audiences.Duplicates;
using Distribution.Audiences.Export;
using Distribution.Audiences.Imports;
using Distribution.Audiences.Indexing;
using Distribution.Audiences.MediaLists;
using Distribution.Audiences.Merging;
using Distribution.Audiences.Selection;
using Distribution.Audiences.Subscriptions;
using Distribution.Audiences.Suppressions;
using Distribution.Audiences.Topics;
using Distribution.Contacts.Contacts;
using Distribution.Contacts.Outlets;
using Distribution.Contacts.Search;
using Distribution.Dispatches.Deliveries;
using Distribution.Dispatches.Digests;
using Distribution.Dispatches.Ledger;
using Distribution.Dispatches.Previews;
using Distribution.Dispatches.Resolutions;
using Distribution.Mail.Notices;
using Distribution.Mail.Outbox;
using Distribution.Mail.Rendering;
using Distribution.Mail.SendRates;
using Distribution.Mail.Smtp;
using Distribution.Operations.Erasure;
using Distribution.Operations.Housekeeping;
using Distribution.Operations.Retention;
using Distribution.Operations.SignIn;
using Distribution.Operations.Status;
using Distribution.Platform.Audit;
using Distribution.Platform.Idempotency;
using Distribution.Platform.Jobs;
using Distribution.Platform.Security;
using Distribution.Platform.Storage;
using Distribution.Publisher.Offices;
using Distribution.Publisher.Organisations;
using Distribution.Publisher.Sessions;
using Distribution.Publisher.Topics;
using Distribution.Publisher.Users;
using Distribution.Readers.Preferences;
using Distribution.Readers.Signups;
using Distribution.Readers.Unsubscribe;
using Distribution.Releases.Drafts;
using Distribution.Releases.Newsroom;
using Distribution.Releases.References;
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
        services.AddSingleton<IValidateOptions<SecurityOptions>>(new UnresolvedReferences(configuration));
        services.AddOptions<PublicOptions>().Bind(configuration.GetSection(PublicOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<PublicOptions>, PublicOptionsValidator>();
        return services
            .AddStorage(configuration)
            .AddSingleton<AddressHash>().AddSingleton<LinkTokens>().AddSingleton<OneTimeTokenStore>().AddSingleton<PublicLinks>()
            .AddSingleton<AuditStore>().AddSingleton<IdempotencyStore>()
            .AddJobs()
            .AddPublisher()
            .AddContactsArea()
            .AddAudiencesArea()
            .AddReleasesArea(configuration)
            .AddMail(configuration)
            .AddDispatchesArea(configuration)
            .AddReaders(configuration)
            .AddOperations(configuration);
    }

    private static IServiceCollection AddPublisher(this IServiceCollection services) => services
        .AddSingleton<OrganisationStore>()
        .AddOffices()
        .AddSingleton<TopicStore>().AddSingleton<TopicWordsStore>().AddSingleton<PublicTopics>()
        .AddSingleton<UserStore>().AddSingleton<ApiKeyStore>().AddSingleton<IdentifyCaller>().AddSingleton<FindUserUse>()
        .AddSingleton<SessionStore>().AddSingleton<IdentifySession>();

    private static IServiceCollection AddContactsArea(this IServiceCollection services) => services
        .AddSingleton<OutletStore>().AddContacts().AddContactSearch();

    /// <summary>Subscriptions before the index, which shows them.</summary>
    private static IServiceCollection AddAudiencesArea(this IServiceCollection services) => services
        .AddMediaLists().AddSubscriptions().AddIndexing().AddMerging().AddSuppressions().AddHardRefusals()
        .AddAudiences().AddImports().AddExport().AddDuplicates().AddTopicGathering();

    private static IServiceCollection AddReleasesArea(this IServiceCollection services, IConfiguration configuration) => services
        .AddReleases(configuration).AddReferences().AddNewsroom();

    private static IServiceCollection AddMail(this IServiceCollection services, IConfiguration configuration) => services
        .AddSmtp(configuration).AddSendRates(configuration).AddRendering().AddOutbox().AddNotices();

    private static IServiceCollection AddDispatchesArea(this IServiceCollection services, IConfiguration configuration) => services
        .AddDispatches(configuration).AddResolutions().AddDeliveries().AddDigests().AddMailPreviews();

    private static IServiceCollection AddReaders(this IServiceCollection services, IConfiguration configuration) => services
        .AddUnsubscribe(configuration).AddSignups(configuration).AddPreferences();

    private static IServiceCollection AddOperations(this IServiceCollection services, IConfiguration configuration) => services
        .AddErasure().AddRetention(configuration).AddHousekeeping().AddSignIn(configuration)
        .AddSingleton<ReadStatus>().AddSingleton<ReadHealth>();
}
