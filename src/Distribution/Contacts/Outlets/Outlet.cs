namespace Distribution.Contacts.Outlets;

/// <summary>A newspaper, station, agency or other medium that contacts work for.</summary>
public sealed record Outlet
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required OutletType Type { get; init; }

    /// <summary>ISO 3166-1 alpha-2.</summary>
    public string? Country { get; init; }

    public IReadOnlyList<string> Languages { get; init; } = [];

    public string? Website { get; init; }

    /// <summary>Id of the outlet that this one belongs to, such as a group.</summary>
    public string? Parent { get; init; }

    /// <summary>When its editors need a text by, in the organisation's own words.</summary>
    public string? Deadlines { get; init; }
}
