using Distribution.Languages;

namespace Distribution.Offices;

/// <summary>A press officer: a person at an office whom journalists may call.</summary>
public sealed record Officer
{
    public required string Id { get; init; }

    /// <summary>Id of the office.</summary>
    public required string Office { get; init; }

    public required string Name { get; init; }

    public Names Title { get; init; } = Names.None;

    public required string Email { get; init; }

    /// <summary>E.164.</summary>
    public string? Phone { get; init; }

    /// <summary>Languages a journalist can speak with them, best first.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];
}
