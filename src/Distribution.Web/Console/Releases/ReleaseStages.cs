using Distribution.Publisher.Users;
using Distribution.Releases.Drafts;
using Distribution.Web.Console.Shell;

namespace Distribution.Web.Console.Releases;

/// <summary>The stages by which the console lists releases; pure.</summary>
internal static class ReleaseStages
{
    public const string Mine = "mine";

    public static readonly IReadOnlyList<ReleaseStage> All =
    [
        new("drafts", [ReleaseState.Draft, ReleaseState.Returned]),
        new(Mine, []),
        new("submitted", [ReleaseState.Submitted]),
        new("planned", [ReleaseState.Approved, ReleaseState.Scheduled]),
        new("public", [ReleaseState.Dispatching, ReleaseState.Released]),
        new("withdrawn", [ReleaseState.Withdrawn]),
        new("all", []),
    ];

    /// <summary>The stage of a name; drafts where there is none of it.</summary>
    public static ReleaseStage Find(string? key) => All.FirstOrDefault(stage => stage.Key == key) ?? All[0];

    /// <summary>Whether an approver has been asked about it, and the user is one who may answer.</summary>
    public static bool WaitsFor(ConsoleVisit visit, ReleaseEntry entry) =>
        entry.AwaitsApproval
        && visit.Can(entry.Office, Role.Approver)
        && (entry.EditedBy != visit.User.Id || !visit.NeedsSecondUser(entry.Office));
}

/// <summary>A stage on the way of a release.</summary>
/// <param name="Key">Its name in addresses and phrases.</param>
/// <param name="States">The states of its releases; none for all.</param>
internal sealed record ReleaseStage(string Key, IReadOnlyCollection<ReleaseState> States);
