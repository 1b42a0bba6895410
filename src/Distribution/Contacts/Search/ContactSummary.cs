using Distribution.Contacts.Contacts;
using Distribution.Contacts.Outlets;

namespace Distribution.Contacts.Search;

/// <summary>Of a contact, what a list shows.</summary>
public sealed record ContactSummary
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required string Address { get; init; }

    /// <summary>The outlet of the main position they hold; null when they work for nobody.</summary>
    public OutletSummary? Outlet { get; init; }

    public IReadOnlyList<string> Languages { get; init; } = [];

    public IReadOnlyList<string> Countries { get; init; } = [];

    public IReadOnlyList<string> Topics { get; init; } = [];

    public IReadOnlyList<string> Tags { get; init; } = [];

    public ContactStatus Status { get; init; }
}

/// <summary>Of an outlet, what a list of contacts shows.</summary>
public sealed record OutletSummary
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required OutletType Type { get; init; }
}
