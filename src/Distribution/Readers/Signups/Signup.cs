using Distribution.Audiences.Subscriptions;

namespace Distribution.Readers.Signups;

/// <summary>A signup as its confirmation link keeps it.</summary>
public sealed record Signup
{
    /// <summary>Normalised.</summary>
    public required string Address { get; init; }

    public string? Name { get; init; }

    /// <summary>The outlet in their own words.</summary>
    public string? Outlet { get; init; }

    /// <summary>Languages they read, best first; empty where they chose none.</summary>
    public required IReadOnlyList<string> Languages { get; init; }

    public IReadOnlyList<string> Topics { get; init; } = [];

    public IReadOnlyList<string> Countries { get; init; } = [];

    /// <summary>Ids of public media lists.</summary>
    public required IReadOnlyList<string> Lists { get; init; }

    public Frequency Frequency { get; init; }

    /// <summary>The language of the page that they filled in.</summary>
    public required string PageLanguage { get; init; }

    /// <summary>Which words our page showed when they asked; null where a program or another site showed its own.</summary>
    public string? TextVersion { get; init; }

    public required DateTimeOffset AskedAt { get; init; }

    /// <summary>HMAC of the network that it came from.</summary>
    public required string ClientHash { get; init; }
}
