namespace Distribution.Audiences.Suppressions;

/// <summary>An address that must not be mailed. Only the address's HMAC is kept, so that it outlives an erasure.</summary>
public sealed record Suppression
{
    /// <summary>HMAC of the normalised address, hexadecimal.</summary>
    public required string Id { get; init; }

    public required SuppressionReason Reason { get; init; }

    /// <summary>The evidence, in words; never the address.</summary>
    public required string Evidence { get; init; }

    public required DateTimeOffset At { get; init; }
}
