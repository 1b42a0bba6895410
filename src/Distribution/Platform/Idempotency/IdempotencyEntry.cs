namespace Distribution.Platform.Idempotency;

/// <summary>Row of <c>IdempotencyKeys</c>: a request that must not be carried out twice.</summary>
public sealed record IdempotencyEntry
{
    /// <summary>SHA-256 of method, address and body, hexadecimal.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>Until then the run that began it is believed to be alive.</summary>
    public required DateTimeOffset LeasedUntil { get; init; }

    /// <summary>From then on the key is free.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>The first answer's status; null while it runs.</summary>
    public int? Status { get; init; }

    public string? Location { get; init; }

    public string? EntityTag { get; init; }

    public string? ContentType { get; init; }

    /// <summary>Compressed with gzip.</summary>
    public byte[] Body { get; init; } = [];
}
