namespace Distribution.Releases.Checks;

/// <summary>Whether a release may go.</summary>
/// <param name="Blocking">What stands in the way; nothing where it may.</param>
/// <param name="Ticked">Warnings that somebody has said are meant so; for the record.</param>
public sealed record GateAnswer(IReadOnlyList<CheckFinding> Blocking, IReadOnlyList<string> Ticked);
