namespace Distribution.Platform.Security;

/// <summary>A link that works once. Its secret itself is not stored.</summary>
public sealed record OneTimeToken
{
    public required TokenPurpose Purpose { get; init; }

    /// <summary>Id of the contact, or HMAC of the address where there is no contact yet.</summary>
    public required string Subject { get; init; }

    /// <summary>Further content, as JSON of the feature that made the link.</summary>
    public string? Details { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public DateTimeOffset? UsedAt { get; init; }
}
