using Distribution.Jobs;
using Distribution.Mail.Digests;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Distribution.Dispatches;

internal static class DispatchServices
{
    public static IServiceCollection AddDispatches(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<DispatchOptions>().Bind(configuration.GetSection(DispatchOptions.Section)).ValidateOnStart();
        return services
            .AddMetrics()
            .AddSingleton<IValidateOptions<DispatchOptions>, DispatchOptionsValidator>()
            .AddSingleton<DispatchStore>().AddSingleton<BatchStore>().AddSingleton<DepartureStore>()
            .AddSingleton<PlanRecipients>().AddSingleton<PlanTranslations>().AddSingleton<StartTranslation>().AddSingleton<PlanDispatch>()
            .AddSingleton<StartDispatch>().AddSingleton<QueueBatches>().AddSingleton<DeleteUnsealedPlans>().AddSingleton<DispatchDueReleases>()
            .AddSingleton<MailContextReader>().AddSingleton<DigestContextReader>().AddSingleton<RenderDigest>().AddSingleton<PrepareMails>().AddSingleton<KeepContacts>().AddSingleton<ReadDepartures>()
            .AddSingleton<SendGroups>().AddSingleton<SendBatch>().AddSingleton<SendingDispatches>().AddSingleton<DispatchMetrics>()
            .AddSingleton<FinishDispatch>().AddSingleton<IJobRunner, NoteNotices>().AddSingleton<StopDispatch>().AddSingleton<PauseDispatch>().AddSingleton<CancelDispatch>().AddSingleton<ResumeDispatch>().AddSingleton<SkipRest>()
            .AddSingleton<ReadDispatchTotals>().AddSingleton<CountOutcomes>().AddSingleton<ForecastDispatch>().AddSingleton<ReadRecord>();
    }
}
