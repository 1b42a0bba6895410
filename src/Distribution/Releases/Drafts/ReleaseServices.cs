using Distribution.Audiences.Selection;
using Distribution.Releases.Checks;
using Distribution.Releases.Workflow;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Distribution.Releases.Drafts;

internal static class ReleaseServices
{
    public static IServiceCollection AddReleases(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<ReleaseOptions>().Bind(configuration.GetSection(ReleaseOptions.Section)).ValidateOnStart();
        return services
            .AddSingleton<IValidateOptions<ReleaseOptions>, ReleaseOptionsValidator>()
            .AddSingleton<ReleaseStore>().AddSingleton<ReleaseVersionStore>().AddSingleton<ReleaseTimeStore>().AddSingleton<SlugStore>()
            .AddSingleton<WriterStore>()
            .AddSingleton<ReadReferences>().AddSingleton<CheckRelease>().AddSingleton<ReserveSlug>().AddSingleton<ListReleases>()
            .AddSingleton<ReleaseEntryStore>().AddSingleton<UpdateReleaseEntry>()
            .AddSingleton<CreateRelease>().AddSingleton<BeginDraft>().AddSingleton<ReplaceRelease>()
            .AddSingleton<EditTranslation>().AddSingleton<SaveText>().AddSingleton<EditDetails>().AddSingleton<RemoveRelease>()
            .AddSingleton<RemoveReleaseTraces>()
            .AddSingleton<ScheduleRelease>().AddSingleton<ReserveSlugs>()
            .AddSingleton<CheckLinks>().AddSingleton<RunChecks>().AddSingleton<CheckTexts>().AddSingleton<GateRelease>()
            .AddSingleton<ReadActorContext>().AddSingleton<ReadApprovalPage>().AddSingleton<CommitTransition>().AddSingleton<CommitEdit>()
            .AddSingleton<ChangeAudience>().AddSingleton<ReleaseLookStore>().AddSingleton<ReadUnseenChanges>()
            .AddSingleton<SubmitRelease>().AddSingleton<ApproveRelease>().AddSingleton<TransitionRelease>();
    }
}
