namespace Distribution.Contacts;

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
}
