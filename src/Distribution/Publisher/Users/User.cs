namespace Distribution.Publisher.Users;

/// <summary>A user of the organisation.</summary>
public sealed record User
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required string Email { get; init; }

    /// <summary>Language of the mails to them.</summary>
    public string Language { get; init; } = "en";

    public required IReadOnlyList<Grant> Grants { get; init; }
}
