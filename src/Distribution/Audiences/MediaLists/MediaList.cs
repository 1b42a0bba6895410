using Distribution.Platform.Languages;

namespace Distribution.Audiences.MediaLists;

/// <summary>A named set of contacts that a release can be addressed to.</summary>
public sealed record MediaList
{
    /// <summary>Readable and lasting, such as <c>caribbean-press</c>; stands in the List-Id header.</summary>
    public required string Id { get; init; }

    public required Names Names { get; init; }

    public Names Descriptions { get; init; } = Names.None;

    /// <summary>Whether journalists may subscribe by themselves.</summary>
    public bool Public { get; init; }

    /// <summary>Id of the office that keeps it; null = the whole organisation.</summary>
    public string? Office { get; init; }

    /// <summary>The rule that adds and removes members; null = none, its members are fixed.</summary>
    public ListRule? Rule { get; init; }
}
