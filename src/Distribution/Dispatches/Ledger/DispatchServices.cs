using Distribution.Dispatches.Planning;
using Distribution.Dispatches.Records;
using Distribution.Dispatches.Refusals;
using Distribution.Dispatches.Sending;
using Distribution.Dispatches.Steering;
using Distribution.Mail.Outcomes;
using Distribution.Platform.Jobs;
using Distribution.Releases.Checks;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Distribution.Dispatches.Ledger;

internal static class DispatchServices
{
    public static IServiceCollection AddDispatches(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<DispatchOptions>().Bind(configuration.GetSection(DispatchOptions.Section)).ValidateOnStart();
        return services
            .AddMetrics()
            .AddSingleton<IValidateOptions<DispatchOptions>, DispatchOptionsValidator>()
            .AddSingleton<IOptions<RetryOptions>>(provider => provider.GetRequiredService<IOptions<DispatchOptions>>())
            .AddSingleton<DispatchStore>().AddSingleton<BatchStore>()
            .AddSingleton<PlanRecipients>().AddSingleton<PlanTranslations>().AddSingleton<StartTranslation>().AddSingleton<PlanDispatch>()
            .AddSingleton<PlanRelease>().AddSingleton<PublishRelease>().AddSingleton<HoldRelease>().AddSingleton<SendRelease>()
            .AddSingleton<ContinueDispatches>()
            .AddSingleton<BatchGate>().AddSingleton<SendMail>().AddSingleton<HandBackBatch>()
            .AddSingleton<StartDispatch>().AddSingleton<QueueBatches>().AddSingleton<DeleteUnsealedPlans>()
            .AddSingleton<DispatchDueReleases>().AddSingleton<StartDue>().AddSingleton<StartRelease>()
            .AddSingleton<NotifyUsers>().AddSingleton<PlanningDispatches>().AddSingleton<IJobRunner, RecordHardRefusals>()
            .AddSingleton<ICheckReader, ReadUsualAudience>()
            .AddSingleton<DigestContextReader>().AddSingleton<PrepareMails>().AddSingleton<SaveContactBlock>()
            .AddSingleton<SendGroups>().AddSingleton<SendBatch>().AddSingleton<SendingDispatches>().AddSingleton<DispatchMetrics>()
            .AddSingleton<ListDispatches>()
            .AddSingleton<FinishDispatch>().AddSingleton<IJobRunner, RecordFirstNotices>().AddSingleton<StopDispatch>()
            .AddSingleton<PauseDispatch>().AddSingleton<CancelDispatch>().AddSingleton<ResumeDispatch>()
            .AddSingleton<CancelRemaining>().AddSingleton<IJobRunner, ContinueDispatch>()
            .AddSingleton<ReadDispatchTotals>().AddSingleton<CountOutcomes>().AddSingleton<ForecastDispatch>().AddSingleton<ReadRecord>()
            .AddSingleton<ListRecipients>();
    }
}
