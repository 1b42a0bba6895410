using Distribution.Audiences.MediaLists;
using Distribution.Publisher.Topics;
using Distribution.Publisher.Users;
using Distribution.Releases.Drafts;
using Distribution.Web.Console.Releases;

namespace Distribution.Web.Console.Audience;

/// <summary>Reads what there is to choose an audience from.</summary>
internal sealed class ReadAudiencePage(MediaListStore lists, TopicStore topics)
{
    public async Task<AudienceContent> RunAsync(ReleaseVisit visit, AudienceForm form, CancellationToken cancellationToken)
    {
        var book = topics.ReadAsync(cancellationToken);
        var all = await lists.AllAsync(cancellationToken).Select(row => row.Value).ToListAsync(cancellationToken);
        var (office, language, state) = (visit.Release.Office, visit.Visit.Language, visit.Release.State);
        return new()
        {
            Form = form,
            Lists =
                [.. all.Where(list => Reaches(visit, office, list) || form.Lists.Contains(list.Id) || form.ExcludedLists.Contains(list.Id))
                    .OrderBy(list => list.Names.In(language), StringComparer.Create(new(language), ignoreCase: true))],
            Topics = await book,
            CanEdit = visit.Can(Role.Author) && ReleaseStateMachine.Allows(state, ReleaseAction.Replace),
            VoidsApproval = state is ReleaseState.Approved or ReleaseState.Scheduled,
        };
    }

    private static bool Reaches(ReleaseVisit visit, string office, MediaList list) =>
        list.Office is null
        || visit.Visit.Offices.Upwards(office).Contains(list.Office)
        || visit.Visit.Offices.Upwards(list.Office).Contains(office);
}
