using Distribution.Releases.Drafts;

namespace Distribution.Releases.Checks;

/// <summary>Looks a release over before it is let go.</summary>
public sealed class GateRelease(RunChecks runChecks)
{
    /// <param name="document">The release.</param>
    /// <param name="sendAt">When it is to be sent.</param>
    /// <param name="acknowledgements">What an approver says is meant so.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <returns>What stands in the way, and the warnings that are ticked. Where there is no organisation yet, nothing is sent
    /// anyway.</returns>
    public async Task<GateAnswer> RunAsync(
        ReleaseDocument document, DateTimeOffset? sendAt, IReadOnlyCollection<string> acknowledgements, CancellationToken cancellationToken)
    {
        var findings = await runChecks.RunAsync(document, sendAt, cancellationToken) ?? [];
        var blocking = CheckGate.Blocking(findings, acknowledgements);
        return new(blocking, [.. findings.Except(blocking).Select(found => found.Acknowledgement)]);
    }
}

/// <summary>Whether what was found lets a release be sent; pure.</summary>
public static class CheckGate
{
    /// <summary>The findings that stand in the way: every error, and every warning that nobody has ticked.</summary>
    /// <param name="findings">What was found.</param>
    /// <param name="acknowledgements">What an approver has said is meant so: <see cref="CheckFinding.Acknowledgement"/>, or an id alone for
    /// all of its places.</param>
    public static IReadOnlyList<CheckFinding> Blocking(IEnumerable<CheckFinding> findings, IReadOnlyCollection<string> acknowledgements) =>
        [.. findings.Where(found => found.Severity == CheckSeverity.Error
            || !(acknowledgements.Contains(found.Acknowledgement) || acknowledgements.Contains(found.Id)))];
}

/// <summary>Whether a release may go.</summary>
/// <param name="Blocking">What stands in the way; nothing where it may.</param>
/// <param name="Ticked">Warnings that somebody has said are meant so; for the record.</param>
public sealed record GateAnswer(IReadOnlyList<CheckFinding> Blocking, IReadOnlyList<string> Ticked);
