namespace Distribution.Web.Releases.Checks;

/// <summary>What checks have found in a version of a release.</summary>
internal sealed record ChecksView(int Version, IReadOnlyList<FindingView> Findings);
