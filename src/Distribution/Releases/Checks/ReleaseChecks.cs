namespace Distribution.Releases.Checks;

/// <summary>Everything that is looked at before a release is sent; pure.</summary>
public static class ReleaseChecks
{
    /// <summary>What was found, errors first.</summary>
    public static IReadOnlyList<CheckFinding> Of(CheckSubject subject) =>
        [.. new[] { ContactChecks.Of(subject), TextChecks.Of(subject), LinkChecks.Of(subject), AudienceChecks.Of(subject), SizeChecks.Of(subject) }
            .SelectMany(found => found).OrderBy(found => found.Severity)];
}
