using Distribution.Releases.Checks;
using Distribution.Web.Platform.Problems;
using Distribution.Web.Releases.Checks;

namespace Distribution.Web.Releases.Workflow;

/// <summary>409: checks have found errors, or warnings that nobody has acknowledged; it lists them.</summary>
internal static class BlockedTransition
{
    public static ConflictProblem Get(IReadOnlyList<CheckFinding> findings, string? release) => new(
        ProblemTypes.Checks, "Correct the errors. Send the acknowledgement of each intended finding in `acknowledgements`.")
    {
        Members =
            new Dictionary<string, object?> { ["findings"] = findings.Select(found => FindingView.From(found, "en", release)).ToList() },
    };
}
