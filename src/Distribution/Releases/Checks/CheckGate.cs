namespace Distribution.Releases.Checks;

/// <summary>Whether what was found lets a release be sent; pure.</summary>
public static class CheckGate
{
    /// <summary>The blocking findings: every error, and every warning that nobody has acknowledged.</summary>
    /// <param name="findings">The findings.</param>
    /// <param name="acknowledgements">The approver's acknowledgements: <see cref="CheckFinding.Acknowledgement"/>, or an id alone for all of its places.</param>
    public static IReadOnlyList<CheckFinding> Blocking(IEnumerable<CheckFinding> findings, IReadOnlyCollection<string> acknowledgements) =>
        [.. findings.Where(found => found.Severity == CheckSeverity.Error || !(acknowledgements.Contains(found.Acknowledgement) || acknowledgements.Contains(found.Id)))];
}
