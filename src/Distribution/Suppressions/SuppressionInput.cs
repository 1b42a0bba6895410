namespace Distribution.Suppressions;

/// <summary>An address that someone says must not be mailed, before it is looked at.</summary>
public sealed record SuppressionInput
{
    public string? Address { get; init; }

    public SuppressionReason? Reason { get; init; }

    /// <summary>What shows it, in words; never the address.</summary>
    public string? Evidence { get; init; }
}
