using Distribution.Audiences.MediaLists;
using Distribution.Contacts.Contacts;
using Distribution.Platform.Jobs;
using Distribution.Platform.Storage;
using Distribution.Publisher.Topics;

namespace Distribution.Audiences.Topics;

/// <summary>
/// Looks through all contacts and the rules of media lists: words that mean a topic become its id, and those that mean none are counted. A
/// run that is cut off resumes where it was.
/// </summary>
public sealed class GatherTopics(
    TopicStore topics,
    TopicWordsStore progress,
    ContactStore contacts,
    SyncContact syncContact,
    MediaListStore lists,
    JobStore jobs,
    TimeProvider clock) : IJobRunner
{
    public const string JobName = "topics";

    private const string Everything = "all";
    private const int ContactsPerStep = 200;

    /// <summary>Shorter than the time after which a run is taken for lost.</summary>
    private static readonly TimeSpan LongestRun = TimeSpan.FromMinutes(5);

    public string Name => JobName;

    /// <summary>Starts from the beginning, also if it has come somewhere.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        TopicWords fresh = new() { StartedAt = clock.GetUtcNow() };
        for (WriteResult? result = null; result is not WriteResult.Done;)
        {
            result = await progress.FindAsync(Everything, cancellationToken) is { } found
                ? await progress.ReplaceAsync(found, fresh, cancellationToken)
                : await progress.AddAsync(Everything, fresh, cancellationToken);
        }

        await jobs.AddAsync(JobName, Everything, cancellationToken);
    }

    /// <summary>The findings of the last look through, or its findings so far; null when there was none.</summary>
    public async Task<TopicWords?> FindAsync(CancellationToken cancellationToken) =>
        (await progress.FindAsync(Everything, cancellationToken))?.Value;

    public async Task<DateTimeOffset?> RunAsync(string id, CancellationToken cancellationToken)
    {
        for (var started = clock.GetTimestamp(); clock.GetElapsedTime(started) < LongestRun;)
        {
            if (await progress.FindAsync(id, cancellationToken) is not { Value.FinishedAt: null } read) return null;
            // Where another has restarted it meanwhile, that one's place counts.
            await progress.ReplaceAsync(read, await StepAsync(read.Value, cancellationToken), cancellationToken);
        }

        return clock.GetUtcNow().AddSeconds(1);
    }

    private async Task<TopicWords> StepAsync(TopicWords words, CancellationToken cancellationToken)
    {
        var book = await topics.ReadAsync(cancellationToken);
        if (words.After is null) words = await GatherListsAsync(words, book, cancellationToken);
        var page = await contacts.PageAsync(ContactsPerStep, words.After, cancellationToken);
        var mapped = 0;
        foreach (var contact in page.Items)
        {
            if (await MapAsync(contact, book, cancellationToken)) mapped++;
        }

        return words.Plus(page.Items.SelectMany(contact => Unknown(Words(contact.Value), book))) with
        {
            After = page.After,
            Mapped = words.Mapped + mapped,
            FinishedAt = page.After is null ? clock.GetUtcNow() : null,
        };
    }

    private async Task<bool> MapAsync(Stored<Contact> contact, TopicBook book, CancellationToken cancellationToken)
    {
        for (var read = contact; read is not null; read = await contacts.FindAsync(read.Value.Id, cancellationToken))
        {
            var before = read.Value;
            var after = before with
            {
                Topics = book.Keep(before.Topics),
                DeliveryPreferences = before.DeliveryPreferences with { NotTopics = book.Keep(before.DeliveryPreferences.NotTopics) },
            };
            if (Words(before).SequenceEqual(Words(after))) return false;
            var current = read;
            var isDone =
                await syncContact.RunAsync(before.Id, () => contacts.ReplaceAsync(current, after, cancellationToken), cancellationToken);
            if (isDone) return true;
        }

        return false;
    }

    private async Task<TopicWords> GatherListsAsync(TopicWords words, TopicBook book, CancellationToken cancellationToken)
    {
        await foreach (var list in lists.AllAsync(cancellationToken))
        {
            if (list.Value.Rule is not { Topics.Count: > 0 } rule) continue;
            words = words.Plus(Unknown(rule.Topics, book));
            var kept = rule with { Topics = book.Keep(rule.Topics) };
            if (kept != rule) await lists.ReplaceAsync(list, list.Value with { Rule = kept }, cancellationToken);
        }

        return words;
    }

    private static IEnumerable<string> Words(Contact contact) => contact.Topics.Concat(contact.DeliveryPreferences.NotTopics);

    private static IEnumerable<string> Unknown(IEnumerable<string> words, TopicBook book) =>
        words.Where(word => book.Find(word) is null).Distinct();
}
