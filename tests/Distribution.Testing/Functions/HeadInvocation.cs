namespace Distribution.Testing.Functions;

/// <summary>How a run of a function ended.</summary>
public sealed record HeadInvocation(bool Succeeded, string? Failure);
