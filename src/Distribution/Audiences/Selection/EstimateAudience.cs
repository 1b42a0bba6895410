using System.Runtime.InteropServices;
using Distribution.Audiences.Subscriptions;
using Distribution.Contacts.Outlets;

namespace Distribution.Audiences.Selection;

/// <summary>Counts the recipients that a dispatch would be planned for, by the very decisions of planning; stores nothing.</summary>
public sealed class EstimateAudience(ReadCandidates readCandidates)
{
    public async Task<AudienceEstimate> RunAsync(Addressing addressing, CancellationToken cancellationToken)
    {
        AudienceEstimate estimate = new();
        await foreach (var candidate in readCandidates.RunAsync(addressing, cancellationToken)) Count(estimate, candidate, addressing);
        return estimate;
    }

    private static void Count(AudienceEstimate estimate, Candidate candidate, Addressing addressing)
    {
        estimate.Rows += candidate.Subscriptions.Count;
        var onAudience = CountLists(estimate, candidate, addressing.Audience.Lists);
        if (onAudience > 1) estimate.Duplicates += onAudience - 1;
        if (candidate is { First: { } first, Language: { } language })
        {
            estimate.Planned++;
            Add(estimate.Languages, language.Tag);
            Add(estimate.Countries, first.Countries.Count > 0 ? first.Countries[0] : AudienceEstimate.None);
            Add(estimate.OutletTypes, candidate.Outlet is { } outlet ? OutletTypeName.Get(outlet.Type) : AudienceEstimate.None);
        }
        else if (candidate.Reason is not AudienceRule.Outside) Add(estimate.Excluded, candidate.Reason!);
    }

    /// <summary>Counts the lists somebody gets the mail by, and says how many of the audience's lists know them.</summary>
    private static int CountLists(AudienceEstimate estimate, Candidate candidate, IReadOnlyList<string> lists)
    {
        var found = 0;
        for (var index = 0; index < candidate.Subscriptions.Count; index++)
        {
            var subscription = candidate.Subscriptions[index];
            if (!lists.Contains(subscription.List)) continue;
            found++;
            if (candidate.Reason is null && subscription.State == SubscriptionState.Confirmed) Add(estimate.Lists, subscription.List);
        }

        return found;
    }

    private static void Add(Dictionary<string, int> counts, string key) => CollectionsMarshal.GetValueRefOrAddDefault(counts, key, out _)++;
}
