using Distribution.Platform.Validation;

namespace Distribution.Dispatches.Resolutions;

/// <summary>What became of a person's word on held recipients.</summary>
public abstract record SettleHeldResult
{
    private SettleHeldResult() { }

    /// <summary>All of them are settled so, now or already.</summary>
    public sealed record Settled(IReadOnlyList<Settlement> Settlements) : SettleHeldResult;

    /// <summary>Some are not held; nothing was written. The errors say what they are.</summary>
    public sealed record NotHeld(FieldErrors Errors) : SettleHeldResult;

    public sealed record Invalid(FieldErrors Errors) : SettleHeldResult;
}
