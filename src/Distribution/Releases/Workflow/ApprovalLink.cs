using Distribution.Platform.Security;
using Distribution.Releases.Drafts;

namespace Distribution.Releases.Workflow;

/// <summary>The subject of an approval link: one version of a release, so that it shows nothing that was written later; pure.</summary>
public static class ApprovalLink
{
    /// <summary>Stands for the release's present version.</summary>
    public static string Get(Release release) => NewId.From("preview", release.Id, $"{release.Version}");
}
