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

    public Topic ToTopic(string? id, FieldErrors errors) => new()
    {
        Id = ChosenId.From(id, Id, Names.First, errors),
        Names = Names,
        Synonyms = Synonyms,
        Parent = Parent,
    };
}

/// <summary>Words that mean a topic from now on.</summary>
internal sealed record SynonymsRequest
{
    /// <summary>The language of the words.</summary>
    public required string Language { get; init; }

    /// <summary>The words, such as those that <c>GET /api/topic-words</c> lists.</summary>
    public required IReadOnlyList<string> Words { get; init; }
}

/// <summary>The words in use that mean none of the organisation's topics.</summary>
internal sealed record TopicWordsView
{
    /// <summary>Whether contacts and media lists are just being looked through.</summary>
    public required bool IsGathering { get; init; }

    /// <summary>When the last look through began; none where there was none.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>How many contacts had words that became ids of topics.</summary>
    public int Mapped { get; init; }

    /// <summary>The words, most used first; at most 500.</summary>
    public IReadOnlyList<TopicWordView> Words { get; init; } = [];

    public static TopicWordsView From(TopicWords? found) => found is null
        ? new() { IsGathering = false }
        : new()
        {
            IsGathering = found.FinishedAt is null,
            StartedAt = found.StartedAt,
            FinishedAt = found.FinishedAt,
            Mapped = found.Mapped,
            Words =
            [
                .. found.Unknown.OrderByDescending(word => word.Value).ThenBy(word => word.Key, StringComparer.Ordinal)
                    .Select(word => new TopicWordView(word.Key, word.Value)),
            ],
        };
}

/// <summary>A word that means no topic.</summary>
/// <param name="Word">The word.</param>
/// <param name="Uses">How many contacts and media lists have it.</param>
internal sealed record TopicWordView(string Word, int Uses);
