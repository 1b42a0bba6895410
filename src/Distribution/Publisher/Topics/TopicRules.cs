using Distribution.Platform.Validation;

namespace Distribution.Publisher.Topics;

/// <summary>Validates a topic; pure.</summary>
public static class TopicRules
{
    private const int LongestWord = 100;
    private const int MostTopics = 1_000;

    /// <summary>The topic in the form that is kept.</summary>
    public static Topic Check(Topic topic, TopicBook others, FieldErrors errors)
    {
        if (topic.Parent is { } parent)
        {
            errors.Require(others.Get(parent) is not null, "parent", "is not the id of a topic.");
            errors.Require(!others.Upwards(parent).Contains(topic.Id), "parent", "is below this topic itself.");
        }

        var kept = topic with
        {
            Names = errors.Names("names", topic.Names),
            Synonyms = Synonyms(topic.Synonyms, errors),
            Replaces = errors.Each("replaces", topic.Replaces, errors.Id),
        };
        var isRoom = others.Get(topic.Id) is not null || others.Count < MostTopics;
        errors.Require(isRoom, "id", $"would be one of more than {MostTopics} topics.");
        foreach (var (field, word) in kept.Words.Prepend(("id", kept.Id)))
        {
            errors.Require(word.Length <= LongestWord, field, $"has at most {LongestWord} characters.");
            if (others.Find(word) is { } owner && owner != topic.Id) errors.Add(field, $"'{word}' means the topic '{owner}' already.");
        }

        return kept;
    }

    private static Dictionary<string, IReadOnlyList<string>> Synonyms(
        IReadOnlyDictionary<string, IReadOnlyList<string>> given, FieldErrors errors)
    {
        errors.Few("synonyms", given);
        Dictionary<string, IReadOnlyList<string>> kept = [];
        foreach (var (language, words) in given)
        {
            var field = $"synonyms.{language}";
            kept[errors.Language(field, language)] =
                errors.Each(field, words ?? [], (entry, word) => errors.Line(entry, word ?? "", LongestWord));
        }

        return kept;
    }
}
