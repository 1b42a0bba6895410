using Distribution.Releases.Intake;

namespace Distribution.Releases.Drafts;

/// <summary>A release as its author gives it, in the form that is kept where there are no errors.</summary>
public sealed record CheckedRelease(Release Release, IReadOnlyList<Translation> Texts, IReadOnlyList<DroppedPart> Dropped);
