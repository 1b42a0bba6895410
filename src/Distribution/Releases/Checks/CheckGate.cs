namespace Distribution.Releases.Checks;

/// <summary>Whether what was found lets a release be sent; pure.</summary>
public static class CheckGate
{
    /// <summary>The findings that stand in the way: every error and every warning that nobody has acknowledged.</summary>
    /// <param name="findings">What was found.</param>
    /// <param name="acknowledgements">What an approver has said is meant so: <see cref="CheckFinding.Acknowledgement"/>, or an id alone for
    /// all of its places.</param>
    public static IReadOnlyList<CheckFinding> Blocking(IEnumerable<CheckFinding> findings, IReadOnlyCollection<string> acknowledgements) =>
        [.. findings.Where(found => !IsAnswered(found, acknowledgements))];

    private static bool IsAnswered(CheckFinding found, IReadOnlyCollection<string> acknowledgements) =>
        found.MayBeAcknowledged
        && (acknowledgements.Contains(found.Acknowledgement)
            || (found.Severity == CheckSeverity.Warning && acknowledgements.Contains(found.Id)));
}
