namespace Distribution.Web.Releases.Checks;

/// <summary>The findings of the checks in a version of a release.</summary>
internal sealed record ChecksView(int Version, IReadOnlyList<FindingView> Findings);
