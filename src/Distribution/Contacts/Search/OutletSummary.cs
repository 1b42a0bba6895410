using Distribution.Contacts.Outlets;

namespace Distribution.Contacts.Search;

/// <summary>Of an outlet, what a list of contacts shows.</summary>
public sealed record OutletSummary
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required OutletType Type { get; init; }
}
