namespace Distribution.Audiences.Suppressions;

/// <summary>An address that someone says must not be mailed, before it is looked at.</summary>
public sealed record SuppressionInput
{
    public required string Address { get; init; }

    public required SuppressionReason Reason { get; init; }

    /// <summary>The evidence, in words; never the address.</summary>
    public required string Evidence { get; init; }
}
