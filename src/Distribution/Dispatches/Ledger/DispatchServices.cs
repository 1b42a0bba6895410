using Distribution.Audiences.Subscriptions;
using Distribution.Dispatches.Planning;
using Distribution.Dispatches.Records;
using Distribution.Dispatches.Sending;
using Distribution.Dispatches.Steering;
using Distribution.Mail.Rendering.Digests;
using Distribution.Platform.Jobs;
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
            .AddSingleton<DispatchStore>().AddSingleton<BatchStore>().AddSingleton<SendExclusionStore>()
            .AddSingleton<PlanRecipients>().AddSingleton<PlanTranslations>().AddSingleton<StartTranslation>().AddSingleton<PlanDispatch>()
            .AddSingleton<PlanRelease>().AddSingleton<PublishRelease>().AddSingleton<HoldRelease>().AddSingleton<SendRelease>()
            .AddSingleton<ContinueDispatches>()
            .AddSingleton<BatchGate>().AddSingleton<SendMail>().AddSingleton<HandBackBatch>()
            .AddSingleton<StartDispatch>().AddSingleton<QueueBatches>().AddSingleton<DeleteUnsealedPlans>()
            .AddSingleton<DispatchDueReleases>()
            .AddSingleton<MailContextReader>().AddSingleton<DigestContextReader>().AddSingleton<RenderDigest>().AddSingleton<PrepareMails>()
            .AddSingleton<SaveContactBlock>().AddSingleton<ReadSendExclusions>()
            .AddSingleton<SendGroups>().AddSingleton<SendBatch>().AddSingleton<SendingDispatches>().AddSingleton<DispatchMetrics>()
            .AddSingleton<FinishDispatch>().AddSingleton<IJobRunner, RecordFirstNotices>().AddSingleton<StopDispatch>()
            .AddSingleton<PauseDispatch>().AddSingleton<CancelDispatch>().AddSingleton<ResumeDispatch>().AddSingleton<CancelRemaining>()
            .AddSingleton<ReadDispatchTotals>().AddSingleton<CountOutcomes>().AddSingleton<ForecastDispatch>().AddSingleton<ReadRecord>();
    }
}
