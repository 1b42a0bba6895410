using Distribution.Publisher.Users;

namespace Distribution.Web.Publisher.Users;

/// <summary>A key for a program that acts for a person.</summary>
internal sealed record ApiKeyRequest
{
    /// <summary>The purpose of the key.</summary>
    public required string Name { get; init; }

    /// <summary>Id of the user it acts for; it can never do more than they can.</summary>
    public required string User { get; init; }

    /// <summary>The most it may do.</summary>
    public required Role Role { get; init; }

    /// <summary>Offices it may act for; empty = all that the person may.</summary>
    public IReadOnlyList<string> Offices { get; init; } = [];

    /// <summary>From when on it no longer works; left out, it works until it is revoked.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    public ApiKey ToApiKey(ApiKeySecret secret, string maker, DateTimeOffset now) => new()
    {
        Id = secret.Id,
        Name = Name,
        User = User,
        Role = Role,
        Offices = Offices,
        SecretHash = secret.Hash(),
        CreatedBy = maker,
        CreatedAt = now,
        ExpiresAt = ExpiresAt,
    };
}
