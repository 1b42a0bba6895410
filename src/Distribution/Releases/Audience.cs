namespace Distribution.Releases;

/// <summary>Whom a release goes to: the contacts on any of the lists who pass every filter; an empty filter lets all pass.</summary>
public sealed record Audience
{
    public required IReadOnlyList<string> Lists { get; init; }

    /// <summary>Primary languages, of which the contact reads at least one.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>Countries, of which the contact covers at least one.</summary>
    public IReadOnlyList<string> Countries { get; init; } = [];

    /// <summary>Topics, of which the contact covers at least one.</summary>
    public IReadOnlyList<string> Topics { get; init; } = [];
}
