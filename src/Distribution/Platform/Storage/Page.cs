namespace Distribution.Platform.Storage;

/// <summary>Part of a list in key order; <paramref name="After"/> is given back to continue, and is null at the end.</summary>
public sealed record Page<T>(IReadOnlyList<T> Items, string? After);
