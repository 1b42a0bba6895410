namespace Distribution.Platform.Audit;

/// <summary>A field that somebody changed.</summary>
/// <param name="Field">Its name in JSON.</param>
/// <param name="Before">What it was; null where it held nothing or is not told.</param>
/// <param name="After">What it is; null where it holds nothing or is not told.</param>
public sealed record AuditChange(string Field, string? Before = null, string? After = null);
