using Distribution.Platform.Storage;

namespace Distribution.Publisher.Topics;

/// <summary>The words that mean no topic, as the last look through all contacts and media lists found them.</summary>
public sealed record TopicWords
{
    /// <summary>How many words are kept; those that are used most.</summary>
    public const int Most = 500;

    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>Id of the last contact that was looked at.</summary>
    public string? After { get; init; }

    /// <summary>How many contacts have words that became ids of topics.</summary>
    public int Mapped { get; init; }

    /// <summary>Contacts and media lists by word.</summary>
    public IReadOnlyDictionary<string, int> Unknown { get; init; } = new Dictionary<string, int>();

    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>With the uses of further words.</summary>
    public TopicWords Plus(IEnumerable<string> words)
    {
        Dictionary<string, int> all = new(Unknown);
        foreach (var word in words) all[word] = all.GetValueOrDefault(word) + 1;
        return this with
        {
            Unknown = all.OrderByDescending(word => word.Value).ThenBy(word => word.Key, StringComparer.Ordinal).Take(Most).ToDictionary(),
        };
    }
}

public sealed class TopicWordsStore(Tables tables) : ResourceStore<TopicWords>(tables[Tables.Topics], "words");
