using Distribution.Releases.Drafts;

namespace Distribution.Releases.Checks;

/// <summary>Looks a release over before it is let go.</summary>
public sealed class GateRelease(RunChecks runChecks)
{
    /// <param name="document">The release.</param>
    /// <param name="sendAt">When it is to be sent.</param>
    /// <param name="isAtOnce">Whether approving it sends it at once, though nobody has asked for that.</param>
    /// <param name="acknowledgements">The approver's acknowledgements.</param>
    /// <returns>The blocking findings, and the acknowledged warnings. Where there is no organisation yet, nothing is sent anyway.</returns>
    public async Task<GateAnswer> RunAsync(
        ReleaseDocument document,
        DateTimeOffset? sendAt,
        bool isAtOnce,
        IReadOnlyCollection<string> acknowledgements,
        CancellationToken cancellationToken)
    {
        var findings = await runChecks.RunAsync(document, sendAt, isAtOnce, cancellationToken) ?? [];
        var blocking = CheckGate.Blocking(findings, acknowledgements);
        return new(blocking, [.. findings.Except(blocking).Select(found => found.Acknowledgement)]);
    }
}

/// <summary>Whether what was found lets a release be sent; pure.</summary>
public static class CheckGate
{
    /// <summary>The blocking findings: every error, and every warning that nobody has acknowledged.</summary>
    /// <param name="findings">The findings.</param>
    /// <param name="acknowledgements">The approver's acknowledgements: <see cref="CheckFinding.Acknowledgement"/>, or an id alone for all
    /// of its places.</param>
    public static IReadOnlyList<CheckFinding> Blocking(IEnumerable<CheckFinding> findings, IReadOnlyCollection<string> acknowledgements) =>
        [.. findings.Where(found => !IsAccepted(found, acknowledgements))];

    private static bool IsAccepted(CheckFinding found, IReadOnlyCollection<string> acknowledgements) =>
        found.MayBeAcknowledged
        && (acknowledgements.Contains(found.Acknowledgement)
            || (found.Severity == CheckSeverity.Warning && acknowledgements.Contains(found.Id)));
}

/// <summary>Whether a release may go.</summary>
/// <param name="Blocking">The blocking findings; none where the release may pass.</param>
/// <param name="Acknowledged">Acknowledged warnings; for the record.</param>
public sealed record GateAnswer(IReadOnlyList<CheckFinding> Blocking, IReadOnlyList<string> Acknowledged);
