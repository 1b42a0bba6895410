namespace Distribution.Releases.Checks;

/// <summary>Everything that is looked at before a release is sent; pure.</summary>
public static class ReleaseChecks
{
    /// <summary>What was found, errors first.</summary>
    public static IReadOnlyList<CheckFinding> Run(CheckSubject subject) =>
        [.. new[] { PressContactChecks.Run(subject), TextChecks.Run(subject), EmbargoChecks.Run(subject), TimeChecks.Run(subject),
            LinkChecks.Run(subject), AudienceChecks.Run(subject), SizeChecks.Run(subject) }
            .SelectMany(found => found).OrderBy(found => found.Severity)];
}
