using Distribution.Platform.Languages;

namespace Distribution.Publisher.Topics;

/// <summary>A topic of the organisation's vocabulary, which releases, contacts, media lists and filters name by its id.</summary>
public sealed record Topic
{
    /// <summary>Readable and lasting, such as <c>migration</c>.</summary>
    public required string Id { get; init; }

    public required Names Names { get; init; }

    /// <summary>Other words for it by language, such as <c>migrants</c>.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Synonyms { get; init; } =
        new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Id of the wider topic: contacts who cover that one cover this one too.</summary>
    public string? Parent { get; init; }

    /// <summary>Ids of topics that were deleted in favour of this one.</summary>
    public IReadOnlyList<string> Replaces { get; init; } = [];

    /// <summary>The topic with further words in a language.</summary>
    public Topic WithSynonyms(string language, IEnumerable<string> words) => this with
    {
        Synonyms = new Dictionary<string, IReadOnlyList<string>>(Synonyms)
        {
            [language] = [.. Synonyms.GetValueOrDefault(language, []).Concat(words).Distinct()],
        },
    };

    /// <summary>Former ids, names and synonyms, by field.</summary>
    internal IEnumerable<(string Field, string Word)> Words =>
    [
        .. Replaces.Select((id, index) => ($"replaces.{index}", id)),
        .. Names.Select(name => ($"names.{name.Key}", name.Value)),
        .. Synonyms.SelectMany(words => words.Value.Select((word, index) => ($"synonyms.{words.Key}.{index}", word))),
    ];
}
