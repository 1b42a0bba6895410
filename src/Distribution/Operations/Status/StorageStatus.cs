namespace Distribution.Operations.Status;

/// <summary>How the storage answers.</summary>
/// <param name="Milliseconds">How long one small question took.</param>
public sealed record StorageStatus(double Milliseconds);
