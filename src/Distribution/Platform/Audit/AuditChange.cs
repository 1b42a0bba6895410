namespace Distribution.Platform.Audit;

/// <summary>A field that somebody changed.</summary>
/// <param name="Field">Its name in JSON.</param>
/// <param name="Before">The earlier value; null where there was none or it is not recorded.</param>
/// <param name="After">The new value; null where there is none or it is not recorded.</param>
public sealed record AuditChange(string Field, string? Before = null, string? After = null);
