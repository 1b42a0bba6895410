namespace Distribution.People;

/// <summary>One of the organisation's own people.</summary>
public sealed record Person
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required string Email { get; init; }

    public required IReadOnlyList<Grant> Grants { get; init; }
}
