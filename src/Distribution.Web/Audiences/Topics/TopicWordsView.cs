using Distribution.Publisher.Topics;

namespace Distribution.Web.Audiences.Topics;

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
