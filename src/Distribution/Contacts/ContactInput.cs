namespace Distribution.Contacts;

/// <summary>What someone says about a contact, before it is looked at.</summary>
public sealed record ContactInput
{
    public required string Address { get; init; }

    public required string Name { get; init; }

    /// <summary>Id of the outlet they work for.</summary>
    public string? Outlet { get; init; }

    /// <summary>Languages they read, best first; at least one.</summary>
    public required IReadOnlyList<string> Languages { get; init; }

    /// <summary>Countries they cover, ISO 3166-1 alpha-2; the first is where they are.</summary>
    public IReadOnlyList<string> Countries { get; init; } = [];

    /// <summary>Their beats.</summary>
    public IReadOnlyList<string> Topics { get; init; } = [];

    /// <summary>IANA time zone.</summary>
    public string? TimeZone { get; init; }

    /// <summary>Where the data comes from.</summary>
    public required string Source { get; init; }

    /// <summary>When the data was taken from there; now when left out.</summary>
    public DateTimeOffset? SourceDate { get; init; }
}
