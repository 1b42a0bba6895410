using Distribution.Publisher.Topics;

namespace Distribution.Audiences.Selection;

/// <summary>An audience and what the language of each mail depends on.</summary>
/// <param name="Audience">Lists and filters of the recipients.</param>
/// <param name="Languages">Languages of the translations that may be sent; at least one.</param>
/// <param name="Original">The language the release was written in.</param>
/// <param name="LanguageByCountry">Country to language, from the organisation.</param>
public sealed record Addressing(
    Audience Audience, IReadOnlyList<string> Languages, string Original, IReadOnlyDictionary<string, string> LanguageByCountry)
{
    /// <summary>The topics of the release; empty where no release is known yet.</summary>
    public IReadOnlyList<string> Topics { get; init; } = [];

    /// <summary>The vocabulary of topics, where the audience or the release names any.</summary>
    public TopicBook Vocabulary { get; init; } = TopicBook.Empty;

    /// <summary>Languages of translations that are still to come: who reads one of these and none that may be sent waits.</summary>
    public IReadOnlyList<string> Promised { get; init; } = [];

    /// <summary>The lists to read: those of the audience in its order, and then the excluded ones.</summary>
    public IReadOnlyList<string> Lists { get; } = [.. Audience.Lists, .. Audience.ExcludedLists.Except(Audience.Lists)];

    /// <summary>The same with the vocabulary as it is now, which is read where any topic is named.</summary>
    public async Task<Addressing> WithTopicsAsync(TopicStore topics, CancellationToken cancellationToken) =>
        this with { Vocabulary = await topics.ReadForAsync(Topics.Concat(Audience.Topics), cancellationToken) };
}
