using Distribution.Releases.Drafts;

namespace Distribution.Releases.Checks;

/// <summary>Looks a release over before it is let go.</summary>
public sealed class GateRelease(RunChecks runChecks)
{
    /// <param name="document">The release.</param>
    /// <param name="sendAt">When it is to be sent.</param>
    /// <param name="isAtOnce">Whether approving it sends it at once, though nobody has asked for that.</param>
    /// <param name="acknowledgements">What an approver says is meant so.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <returns>What stands in the way, and the warnings that are ticked. Where there is no organisation yet, nothing is sent
    /// anyway.</returns>
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
