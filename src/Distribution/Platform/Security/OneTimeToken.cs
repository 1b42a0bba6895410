namespace Distribution.Platform.Security;

/// <summary>What a link that works once is for. The link's secret itself is not kept.</summary>
public sealed record OneTimeToken
{
    public required TokenPurpose Purpose { get; init; }

    /// <summary>Id of the contact, or HMAC of the address where there is no contact yet.</summary>
    public required string Subject { get; init; }

    /// <summary>What else the link stands for, as JSON of the feature that made it.</summary>
    public string? Details { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public DateTimeOffset? UsedAt { get; init; }
}
