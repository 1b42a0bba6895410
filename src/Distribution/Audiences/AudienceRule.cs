using Distribution.Contacts;
using Distribution.Languages;
using Distribution.Subscriptions;

namespace Distribution.Audiences;

/// <summary>
/// Whether a person is mailed and in which language, from their subscriptions to the audience's lists; pure. Planning, estimating and
/// explaining ask this rule and no other.
/// </summary>
/// <param name="addressing">Lists, filters and exclusions, and the languages there are.</param>
/// <param name="outlets">Types of outlets by id.</param>
/// <param name="isSuppressed">Whether an address must not be mailed.</param>
public sealed class AudienceRule(Addressing addressing, IReadOnlyDictionary<string, OutletType> outlets, Func<string, bool> isSuppressed)
{
    public const string Suppressed = "suppressed";
    public const string Archived = "archived";
    public const string Excluded = "excluded";
    public const string Filtered = "filtered";
    public const string Pending = "pending";
    public const string Ended = "ended";

    /// <summary>On none of the audience's lists. Planning does not count them: they are not of the audience.</summary>
    public const string Outside = "outside";

    private readonly IReadOnlyList<AudienceFilter> filters =
        AudienceFilter.Of(addressing.Audience, outlet => outlet is not null && outlets.TryGetValue(outlet, out var type) ? type : null);

    private readonly HashSet<string> excludedOutlets = [.. addressing.Audience.ExcludedOutlets];
    private readonly HashSet<string> excludedContacts = [.. addressing.Audience.ExcludedContacts];

    /// <param name="subscriptions">One person's subscriptions to the lists of the audience and to those that leave people out, in the order of the lists.</param>
    public Candidate Decide(IReadOnlyList<Membership> subscriptions)
    {
        var first = First(subscriptions);
        OutletType? type = first?.Outlet is { } outlet && outlets.TryGetValue(outlet, out var found) ? found : null;
        var reason = Exclude(subscriptions, first);
        return new(subscriptions, reason, first, type, reason is null ? LanguageOf(first!) : null);
    }

    /// <summary>The number of a list in the audience; -1 for one that is not of it.</summary>
    public int Number(string list)
    {
        var lists = addressing.Audience.Lists;
        var number = lists.Count - 1;
        while (number >= 0 && lists[number] != list) number--;
        return number;
    }

    /// <summary>The language of a person's mail, and why it is that one.</summary>
    public (string Tag, LanguageReason Because) LanguageOf(Membership person) => MailLanguage.Explain(
        person.Languages,
        person.Countries.Count > 0 ? person.Countries[0] : null,
        addressing.Languages,
        addressing.LanguageByCountry,
        addressing.Original);

    /// <summary>The audience's lists that a person gets the mail by; all of them where they are on none.</summary>
    public IReadOnlyList<string> ListsOf(IReadOnlyList<Membership> subscriptions)
    {
        List<string> own = [.. subscriptions.Where(row => row.State == SubscriptionState.Confirmed && Number(row.List) >= 0).Select(row => row.List)];
        return own.Count > 0 ? own : addressing.Audience.Lists;
    }

    /// <summary>Each filter that the audience sets, with what the person has and whether that passes.</summary>
    public IEnumerable<FilterReason> Filters(Membership person) => filters.Select(
        filter => new FilterReason(filter.Name, [.. filter.Wanted], filter.Values(person), filter.Passes(person)));

    /// <summary>Everything by which the audience leaves the person out, by name.</summary>
    public IEnumerable<Exclusion> Exclusions(IReadOnlyList<Membership> subscriptions, Membership person) =>
    [
        .. subscriptions.Where(IsExcluding).Select(subscription => new Exclusion(ExclusionKind.List, subscription.List)),
        .. person.Outlet is { } outlet && excludedOutlets.Contains(outlet) ? [new(ExclusionKind.Outlet, outlet)] : Array.Empty<Exclusion>(),
        .. excludedContacts.Contains(person.Contact) ? [new(ExclusionKind.Contact, person.Contact)] : Array.Empty<Exclusion>(),
    ];

    private string? Exclude(IReadOnlyList<Membership> subscriptions, Membership? first)
    {
        if (first is null) return Unconfirmed(subscriptions);
        if (isSuppressed(first.Address)) return Suppressed;
        if (first.IsArchived) return Archived;
        if (IsExcluded(subscriptions, first)) return Excluded;
        return Passes(first) ? null : Filtered;
    }

    private string Unconfirmed(IReadOnlyList<Membership> subscriptions)
    {
        var reason = Outside;
        foreach (var subscription in subscriptions)
        {
            if (Number(subscription.List) < 0) continue;
            if (subscription.State == SubscriptionState.Pending) return Pending;
            reason = Ended;
        }

        return reason;
    }

    private Membership? First(IReadOnlyList<Membership> subscriptions)
    {
        for (var index = 0; index < subscriptions.Count; index++)
        {
            if (subscriptions[index].State == SubscriptionState.Confirmed && Number(subscriptions[index].List) >= 0) return subscriptions[index];
        }

        return null;
    }

    private bool IsExcluded(IReadOnlyList<Membership> subscriptions, Membership person) =>
        excludedContacts.Contains(person.Contact)
        || (person.Outlet is { } outlet && excludedOutlets.Contains(outlet))
        || (addressing.Audience.ExcludedLists.Count > 0 && subscriptions.Any(IsExcluding));

    private bool IsExcluding(Membership subscription) =>
        subscription.State == SubscriptionState.Confirmed && addressing.Audience.ExcludedLists.Contains(subscription.List);

    private bool Passes(Membership person)
    {
        for (var index = 0; index < filters.Count; index++)
        {
            if (!filters[index].Passes(person)) return false;
        }

        return true;
    }
}
