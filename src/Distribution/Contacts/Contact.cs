namespace Distribution.Contacts;

/// <summary>A journalist or other media recipient.</summary>
public sealed record Contact
{
    /// <summary>HMAC of the first address this person was known by; never changes.</summary>
    public required string Id { get; init; }

    /// <summary>Where mail goes, normalised.</summary>
    public required string Address { get; init; }

    public required string Name { get; init; }

    /// <summary>Id of the outlet they work for.</summary>
    public string? Outlet { get; init; }

    /// <summary>Languages they read, best first.</summary>
    public required IReadOnlyList<string> Languages { get; init; }

    /// <summary>Countries they cover, ISO 3166-1 alpha-2; the first is where they are.</summary>
    public IReadOnlyList<string> Countries { get; init; } = [];

    /// <summary>Their beats, in the organisation's own words, lower case.</summary>
    public IReadOnlyList<string> Topics { get; init; } = [];

    /// <summary>IANA time zone.</summary>
    public string? TimeZone { get; init; }

    /// <summary>Where the data comes from.</summary>
    public required string Source { get; init; }

    /// <summary>When the data was taken from there.</summary>
    public required DateTimeOffset SourceDate { get; init; }
}
