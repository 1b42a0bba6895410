using System.Globalization;
using Distribution.Platform.Languages;
using Distribution.Platform.Validation;

namespace Distribution.Publisher.Topics;

/// <summary>
/// The vocabulary of topics as read at one time; pure. A word means the topic whose id, name or synonym it is, in any language; letter case
/// and accents do not count. In an organisation without topics every word stands for itself.
/// </summary>
public sealed class TopicBook
{
    private readonly Dictionary<string, Topic> known;
    private readonly Dictionary<string, string> words =
        new(CultureInfo.InvariantCulture.CompareInfo.GetStringComparer(CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace));

    public TopicBook(IEnumerable<Topic> topics)
    {
        known = topics.ToDictionary(topic => topic.Id);
        foreach (var topic in known.Values) words.TryAdd(topic.Id, topic.Id);
        foreach (var topic in known.Values)
        {
            foreach (var (_, word) in topic.Words) words.TryAdd(word, topic.Id);
        }
    }

    /// <summary>That of an organisation without topics.</summary>
    public static TopicBook Empty { get; } = new([]);

    public int Count => known.Count;

    public bool IsEmpty => known.Count == 0;

    public Topic? Get(string id) => known.GetValueOrDefault(id);

    /// <summary>The id of the topic that a word means; null when it means none.</summary>
    public string? Find(string word) => words.GetValueOrDefault(word.Trim());

    /// <summary>The same, or the word itself when it means none.</summary>
    public string Keep(string word) => Find(word) ?? word;

    /// <summary>The words in the form in which they are kept, each topic once.</summary>
    public IReadOnlyList<string> Keep(IEnumerable<string> words) => [.. words.Select(Keep).Distinct()];

    /// <summary>The topic itself, its parent, its parent's parent …</summary>
    public IEnumerable<string> Upwards(string topic)
    {
        HashSet<string> seen = [];
        for (var at = topic; at is not null && seen.Add(at); at = Get(at)?.Parent) yield return at;
    }

    /// <summary>
    /// For each step from a topic upwards, the words that a contact may have for it: its id, and also its names and synonyms, which
    /// contacts may have from before it was a topic.
    /// </summary>
    public IReadOnlyList<IReadOnlySet<string>> Levels(string topic) =>
        [.. Upwards(Keep(topic)).Select(id => Own(id).ToHashSet(StringComparer.OrdinalIgnoreCase))];

    /// <summary>
    /// The words by which a contact covers one of the topics: those of the topics and of all above them. A contact with a topic gets the
    /// releases of the topics below it, and not the other way round.
    /// </summary>
    public IReadOnlyList<string> Covering(IEnumerable<string> topics) =>
        [.. topics.SelectMany(Levels).SelectMany(words => words).Distinct(StringComparer.OrdinalIgnoreCase)];

    /// <summary>The topic's name for readers of the language; a word that is no topic stands for itself.</summary>
    public string Name(string topic, string language) => Get(Keep(topic))?.Names.In(language) ?? topic;

    /// <summary>The topics without a known parent, by name; those below each follow from <see cref="Below"/>.</summary>
    public IEnumerable<Topic> Roots(string language) =>
        Sorted(known.Values.Where(topic => topic.Parent is null || !known.ContainsKey(topic.Parent)), language);

    /// <summary>The topics directly below one, by name.</summary>
    public IEnumerable<Topic> Below(string topic, string language) =>
        Sorted(known.Values.Where(other => other.Parent == topic), language);

    /// <summary>
    /// The ids of the topics that the words mean. A word that means none is an error, unless the organisation has no topics.
    /// </summary>
    public IReadOnlyList<string> Check(string field, IReadOnlyList<string> given, FieldErrors errors) =>
        errors.Topics(field, given, (entry, word) =>
        {
            errors.Require(
                IsEmpty || word.Length == 0 || Find(word) is not null,
                entry,
                $"'{word}' is not the id, a name or a synonym of a topic; /api/topics lists them.");
            return Keep(word);
        });

    private IEnumerable<string> Own(string id) =>
        Get(id) is { } topic ? [id, .. topic.Words.Select(word => word.Word)] : [id];

    private static IEnumerable<Topic> Sorted(IEnumerable<Topic> topics, string language) => topics.OrderBy(
        topic => topic.Names.In(language),
        StringComparer.Create(CultureInfo.GetCultureInfo(LanguageTag.Primary(language)), ignoreCase: true));
}
