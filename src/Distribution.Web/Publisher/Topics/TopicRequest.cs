using Distribution.Platform.Languages;
using Distribution.Platform.Validation;
using Distribution.Publisher.Topics;
using Distribution.Web.Platform.Resources;

namespace Distribution.Web.Publisher.Topics;

/// <summary>A topic that releases, contacts, media lists and filters may name.</summary>
internal sealed record TopicRequest
{
    /// <summary>Lower-case letters, digits and hyphens; made from the first name where it is left out.</summary>
    public string? Id { get; init; }

    /// <summary>Name by language.</summary>
    public required Names Names { get; init; }

    /// <summary>Other words for it by language. Letter case and accents do not count.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Synonyms { get; init; } =
        new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Id of the wider topic: contacts who cover that one cover this one too.</summary>
    public string? Parent { get; init; }

    /// <summary>Ids of topics that were deleted in favour of this one; they mean this one.</summary>
    public IReadOnlyList<string> Replaces { get; init; } = [];

    public Topic ToTopic(string? id, FieldErrors errors) => new()
    {
        Id = ChosenId.From(id, Id, Names.First, errors),
        Names = Names,
        Synonyms = Synonyms,
        Parent = Parent,
        Replaces = Replaces,
    };
}
