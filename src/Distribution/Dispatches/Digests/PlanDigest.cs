using System.Runtime.CompilerServices;
using Distribution.Audiences.Selection;
using Distribution.Audiences.Subscriptions;
using Distribution.Dispatches.Ledger;
using Distribution.Mail.Rendering;
using Distribution.Platform.Languages;
using Distribution.Publisher.Organisations;

namespace Distribution.Dispatches.Digests;

/// <summary>Plans a digest: the due subscribers, read once alongside the lists of all releases that it may carry.</summary>
public sealed class PlanDigest(ReadAudience readAudience)
{
    /// <summary>The recipients by contact id, each once; a subscriber without releases is not among them.</summary>
    /// <param name="due">The subscribers whose hour has come, by contact id.</param>
    /// <param name="editions">The releases, in the order in which digests have them.</param>
    /// <param name="lists">The lists to read, as the dispatch numbers them.</param>
    /// <param name="end">The end of the digests' window.</param>
    /// <param name="organisation">Its first language is for those who read none that digests are written in.</param>
    public async IAsyncEnumerable<Recipient> RunAsync(
        IReadOnlyList<DigestSubscriber> due,
        IReadOnlyList<Edition> editions,
        IReadOnlyList<string> lists,
        DateTimeOffset end,
        Organisation organisation,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var next = 0;
        await foreach (var subscriptions in readAudience.RunAsync(lists, cancellationToken))
        {
            var contact = subscriptions[0].Contact;
            while (next < due.Count && string.CompareOrdinal(due[next].Contact, contact) < 0) next++;
            if (next == due.Count) yield break;
            if (due[next].Contact == contact && Plan(due[next], subscriptions, editions, lists, end, organisation) is { } recipient)
                yield return recipient;
        }
    }

    private static Recipient? Plan(
        DigestSubscriber reader,
        IReadOnlyList<Membership> subscriptions,
        IReadOnlyList<Edition> editions,
        IReadOnlyList<string> lists,
        DateTimeOffset end,
        Organisation organisation)
    {
        List<int> news = [];
        HashSet<string> brought = [];
        Candidate? first = null;
        for (var number = 0; number < editions.Count; number++)
        {
            if (!DigestRule.Covers(reader, end, editions[number].PublishedAt)) continue;
            var candidate = editions[number].Rule.Decide(subscriptions);
            if (candidate.Reason != AudienceRule.Daily) continue;
            first ??= candidate;
            news.Add(number);
            brought.UnionWith(candidate.Subscriptions.Where(
                row => row.State == SubscriptionState.Confirmed && editions[number].Rule.Number(row.List) >= 0).Select(row => row.List));
        }

        return first is not { First: { } person } found
            ? null
            : new(
                person.Contact, person.Address, person.Name, LanguageOf(person.Languages, organisation), person.Languages,
                [.. lists.Index().Where(list => brought.Contains(list.Item)).Select(list => list.Index)])
            {
                Releases = news,
                Outlet = found.Outlet?.Name,
                Notice = person.Notice,
            };
    }

    /// <summary>The language of what stands around the releases.</summary>
    private static string LanguageOf(IReadOnlyList<string> reader, Organisation organisation) => MailLanguage.Choose(
        reader,
        null,
        [.. MailPhrases.Book.All.Select(phrases => phrases.Language)],
        new Dictionary<string, string>(),
        organisation.Languages[0]);
}
