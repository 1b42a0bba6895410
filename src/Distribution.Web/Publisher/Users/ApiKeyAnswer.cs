using Distribution.Publisher.Users;

namespace Distribution.Web.Publisher.Users;

/// <summary>An API key as its user and administrators see it.</summary>
internal sealed record ApiKeyAnswer
{
    public required string Id { get; init; }

    /// <summary>The purpose of the key.</summary>
    public required string Name { get; init; }

    /// <summary>Id of the user it acts for.</summary>
    public required string User { get; init; }

    public required Role Role { get; init; }

    /// <summary>Offices it may act for; empty = all that the person may.</summary>
    public required IReadOnlyList<string> Offices { get; init; }

    /// <summary>Id of the user who made it.</summary>
    public required string CreatedBy { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>The key itself; only in the answer that created it, and nowhere kept.</summary>
    public string? Key { get; init; }

    public static ApiKeyAnswer From(ApiKey key) => new()
    {
        Id = key.Id,
        Name = key.Name,
        User = key.User,
        Role = key.Role,
        Offices = key.Offices,
        CreatedBy = key.CreatedBy,
        CreatedAt = key.CreatedAt,
        ExpiresAt = key.ExpiresAt,
    };
}
