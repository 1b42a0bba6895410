using Distribution.Audiences.MediaLists;
using Distribution.Publisher.Topics;
using Distribution.Readers.Forms;

namespace Distribution.Readers.Unsubscribe;

/// <summary>
/// The effect of unsubscribing, as shown to the holder of the link; a mail may have been forwarded, so the address is masked.
/// </summary>
/// <param name="Address">Masked; null when nothing is known of the person any more.</param>
/// <param name="Languages">Languages the person reads, best first.</param>
/// <param name="Lists">The release's lists that the person is on and would be unsubscribed from.</param>
/// <param name="Left">The lists that they unsubscribed from a short while ago and can return to.</param>
public sealed record UnsubscribeSummary(
    string? Address, IReadOnlyList<string> Languages, IReadOnlyList<MediaList> Lists, IReadOnlyList<MediaList> Left)
{
    /// <summary>The last time that they left one of these.</summary>
    public DateTimeOffset? UnsubscribedAt { get; init; }

    /// <summary>The topics of the release.</summary>
    public IReadOnlyList<string> Topics { get; init; } = [];

    /// <summary>Has the names of the topics.</summary>
    public TopicBook Vocabulary { get; init; } = TopicBook.Empty;

    /// <summary>The topics of the release by name, in one line.</summary>
    public string TopicNames(string language) => string.Join(", ", Topics.Select(topic => Vocabulary.Name(topic, language)));

    /// <summary>Whether all of <see cref="Lists"/> come as one mail a day.</summary>
    public bool IsDaily { get; init; }

    /// <summary>Topics that they do not cover.</summary>
    public IReadOnlyList<string> NotTopics { get; init; } = [];

    /// <summary>The day on which their pause ends, by their own clock.</summary>
    public DateOnly? PausedUntil { get; init; }

    /// <summary>Says of the page what it was made from: <see cref="FormVersion"/>.</summary>
    public string Version() => FormVersion.From(new { On = Ids(Lists), Left = Ids(Left) });

    /// <summary>Whether a choice is how things are: a page that says so need not ask who made it.</summary>
    public bool Shows(KeepChoice choice) => Lists.Count > 0 && choice switch
    {
        KeepChoice.Daily => IsDaily,
        KeepChoice.Pause => PausedUntil is not null,
        KeepChoice.Beat => Topics.Any(Vocabulary.Keep(NotTopics).Contains),
        _ => true,
    };

    private static IEnumerable<string> Ids(IEnumerable<MediaList> lists) => lists.Select(list => list.Id).Order(StringComparer.Ordinal);
}
