using Distribution.Platform.Validation;

namespace Distribution.Dispatches.Resolutions;

/// <summary>The result of resolving held recipients.</summary>
public abstract record ResolveHeldResult
{
    private ResolveHeldResult() { }

    /// <summary>All of them are settled so, now or already.</summary>
    public sealed record Resolved(IReadOnlyList<HeldResolution> Resolutions) : ResolveHeldResult;

    /// <summary>Some are not held; nothing was written. The errors say what they are.</summary>
    public sealed record NotHeld(FieldErrors Errors) : ResolveHeldResult;

    public sealed record Invalid(FieldErrors Errors) : ResolveHeldResult;
}
