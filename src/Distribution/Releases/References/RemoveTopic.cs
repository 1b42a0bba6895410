using Distribution.Audiences.MediaLists;
using Distribution.Audiences.Topics;
using Distribution.Contacts.Search;
using Distribution.Platform.Storage;
using Distribution.Platform.Validation;
using Distribution.Publisher.Topics;
using Distribution.Releases.Drafts;

namespace Distribution.Releases.References;

/// <summary>
/// Deletes a topic that nothing needs, or in favour of another: that one then stands for the deleted one's id and words, and a job writes
/// its id in their place.
/// </summary>
public sealed class RemoveTopic(
    TopicStore topics, MediaListStore lists, ContactIndexStore contactIndex, ReleaseStore releases, GatherTopics gatherTopics)
{
    /// <param name="read">The topic.</param>
    /// <param name="replacement">Id of the topic that takes its place, if one does.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<RemoveTopicResult> RunAsync(Stored<Topic> read, string? replacement, CancellationToken cancellationToken)
    {
        var topic = read.Value;
        if (await topics.AllAsync(cancellationToken).AnyAsync(other => other.Value.Parent == topic.Id, cancellationToken))
            return new RemoveTopicResult.InUse("Another topic is below it. Give that one another parent first.");
        if (replacement is not null) return await ReplaceAsync(read, replacement, cancellationToken);
        if (await FindUseAsync(topic.Id, cancellationToken) is { } use)
            return new RemoveTopicResult.InUse($"{use} Name a topic that takes its place: ?replacement=…");
        return await topics.DeleteAsync(read, cancellationToken) is WriteResult.Done
            ? new RemoveTopicResult.Removed()
            : new RemoveTopicResult.Changed();
    }

    private async Task<RemoveTopicResult> ReplaceAsync(Stored<Topic> read, string replacement, CancellationToken cancellationToken)
    {
        var topic = read.Value;
        if (replacement == topic.Id || await topics.FindAsync(replacement, cancellationToken) is not { } other)
        {
            FieldErrors errors = new();
            errors.Add("replacement", "is not the id of another topic.");
            return new RemoveTopicResult.Invalid(errors);
        }

        // The words are taken over first: a crash leaves both topics, and the next attempt deletes this one.
        if (await topics.ReplaceAsync(other, Merge(other.Value, topic), cancellationToken) is not WriteResult.Done)
            return new RemoveTopicResult.Changed();
        if (await topics.DeleteAsync(read, cancellationToken) is not WriteResult.Done) return new RemoveTopicResult.Changed();
        await gatherTopics.StartAsync(CancellationToken.None);
        return new RemoveTopicResult.Removed();
    }

    private static Topic Merge(Topic kept, Topic gone)
    {
        IEnumerable<(string Language, string Word)> words =
        [
            .. gone.Names.Select(name => (name.Key, name.Value)),
            .. gone.Synonyms.SelectMany(synonyms => synonyms.Value, (synonyms, word) => (synonyms.Key, word)),
        ];
        var own = kept.Words.Select(word => word.Word).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var merged = words.Where(word => own.Add(word.Word))
            .Aggregate(kept, (topic, word) => topic.WithSynonyms(word.Language, [word.Word]));
        return merged with { Replaces = [.. kept.Replaces.Union(gone.Replaces).Union([gone.Id])] };
    }

    /// <summary>A sentence; null when nothing needs it.</summary>
    private async Task<string?> FindUseAsync(string topic, CancellationToken cancellationToken)
    {
        if (await lists.AllAsync(cancellationToken).AnyAsync(list => list.Value.Rule?.Topics.Contains(topic) == true, cancellationToken))
            return "The rule of a media list names it.";
        if (await contactIndex.AnyWithAsync(Facet.Topic(topic), cancellationToken)) return "Contacts cover it.";
        return await releases.UnfinishedAsync(cancellationToken).AnyAsync(
            release => release.Value.Topics.Contains(topic) || release.Value.Audience.Topics.Contains(topic), cancellationToken)
            ? "A release that is not finished names it."
            : null;
    }
}

public abstract record RemoveTopicResult
{
    private RemoveTopicResult() { }

    public sealed record Removed : RemoveTopicResult;

    /// <summary>The topic is no longer the one that was read, or the one that takes its place has changed in this moment.</summary>
    public sealed record Changed : RemoveTopicResult;

    /// <param name="Use">Its use, in a sentence.</param>
    public sealed record InUse(string Use) : RemoveTopicResult;

    public sealed record Invalid(FieldErrors Errors) : RemoveTopicResult;
}
