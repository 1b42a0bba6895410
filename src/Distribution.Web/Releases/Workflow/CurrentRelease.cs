using Distribution.Releases.Drafts;

namespace Distribution.Web.Releases.Workflow;

/// <summary>The members of a refusal about the release as it is, so that its reader need not ask for it.</summary>
internal static class CurrentRelease
{
    public static IReadOnlyDictionary<string, object?> Members(Release release) => new Dictionary<string, object?>
    {
        ["state"] = release.State,
        ["version"] = release.Version,
        ["sendAt"] = release.SendAt,
        ["approvals"] = release.Approvals,
        ["changedBy"] = release.EditedBy ?? release.CreatedBy,
    };
}
