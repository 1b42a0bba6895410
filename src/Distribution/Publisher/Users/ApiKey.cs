namespace Distribution.Publisher.Users;

/// <summary>A program's key: acts for a person, with no more than this role at no more than these offices.</summary>
public sealed record ApiKey
{
    /// <summary>The public part of the key.</summary>
    public required string Id { get; init; }

    /// <summary>The purpose of the key, in the words of its creator.</summary>
    public required string Name { get; init; }

    /// <summary>Id of the user it acts for; it can never do more than they can.</summary>
    public required string User { get; init; }

    public required Role Role { get; init; }

    /// <summary>Offices it may act for; none = all that the person may.</summary>
    public IReadOnlyList<string> Offices { get; init; } = [];

    /// <summary>SHA-256 of the secret part, hexadecimal.</summary>
    public required string SecretHash { get; init; }

    /// <summary>Id of the user who made it, who may be another than the one it acts for.</summary>
    public required string CreatedBy { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? ExpiresAt { get; init; }
}
