using System.Runtime.CompilerServices;
using Distribution.Audiences.Selection;
using Distribution.Audiences.Subscriptions;
using Distribution.Dispatches.Ledger;
using Distribution.Publisher.Organisations;
using Distribution.Releases.Drafts;

namespace Distribution.Dispatches.Planning;

/// <summary>Plans the recipients of a release, once each with their language; counts the others by reason.</summary>
public sealed class PlanRecipients(ReadCandidates readCandidates)
{
    /// <summary>The recipients by contact id; <paramref name="excluded"/> is complete when they have all been read.</summary>
    public async IAsyncEnumerable<Recipient> RunAsync(
        ReleaseDocument document,
        Organisation organisation,
        Dictionary<string, int> excluded,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var lists = document.Release.Audience.Lists;
        await foreach (var candidate in readCandidates.RunAsync(document.AddressingBy(organisation), cancellationToken))
        {
            if (candidate is { First: { } first, Language: { } language }) yield return Recipient(candidate, first, language.Tag, lists);
            else if (candidate.Reason is not AudienceRule.Outside)
                excluded[candidate.Reason!] = excluded.GetValueOrDefault(candidate.Reason!) + 1;
        }
    }

    internal static Recipient Recipient(Candidate candidate, Membership first, string language, IReadOnlyList<string> lists) => new(
        first.Contact, first.Address, first.Name, language, first.Languages, Numbers(candidate.Subscriptions, lists))
    { Outlet = candidate.Outlet?.Name, Notice = first.Notice };

    /// <summary>The audience's lists that the person gets the release by.</summary>
    private static List<int> Numbers(IReadOnlyList<Membership> subscriptions, IReadOnlyList<string> lists)
    {
        List<int> numbers = new(subscriptions.Count);
        foreach (var subscription in subscriptions)
        {
            if (subscription.State != SubscriptionState.Confirmed) continue;
            var number = 0;
            while (number < lists.Count && lists[number] != subscription.List) number++;
            if (number < lists.Count) numbers.Add(number);
        }

        return numbers;
    }
}
