using Distribution.Releases.Drafts;

namespace Distribution.Releases.Checks;

/// <summary>Looks a release over before it is let go.</summary>
public sealed class GateRelease(RunChecks runChecks)
{
    /// <param name="document">The release.</param>
    /// <param name="sendAt">When it is to be sent.</param>
    /// <param name="acknowledgements">The approver's acknowledgements.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <returns>The blocking findings, and the acknowledged warnings. Where there is no organisation yet, nothing is sent anyway.</returns>
    public async Task<GateAnswer> RunAsync(
        ReleaseDocument document, DateTimeOffset? sendAt, IReadOnlyCollection<string> acknowledgements, CancellationToken cancellationToken)
    {
        var findings = await runChecks.RunAsync(document, sendAt, cancellationToken) ?? [];
        var blocking = CheckGate.Blocking(findings, acknowledgements);
        return new(blocking, [.. findings.Except(blocking).Select(found => found.Acknowledgement)]);
    }
}
