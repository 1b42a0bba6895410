namespace Distribution.Releases.Checks;

/// <summary>Whether a release may go.</summary>
/// <param name="Blocking">The blocking findings; none where the release may pass.</param>
/// <param name="Acknowledged">Acknowledged warnings; for the record.</param>
public sealed record GateAnswer(IReadOnlyList<CheckFinding> Blocking, IReadOnlyList<string> Acknowledged);
