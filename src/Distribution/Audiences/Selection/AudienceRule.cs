using Distribution.Audiences.Subscriptions;
using Distribution.Contacts.Outlets;
using Distribution.Platform.Languages;

namespace Distribution.Audiences.Selection;

/// <summary>
/// Whether a person is mailed and in which language, from their subscriptions to the audience's lists; pure. Planning, estimating and
/// explaining ask this rule and no other.
/// </summary>
/// <param name="addressing">Lists, filters and exclusions, and the languages there are.</param>
/// <param name="outlets">Outlets by id.</param>
/// <param name="isSuppressed">Whether an address must not be mailed.</param>
/// <param name="now">When the mails are planned.</param>
public sealed class AudienceRule(
    Addressing addressing, IReadOnlyDictionary<string, Outlet> outlets, Func<string, bool> isSuppressed, DateTimeOffset now)
{
    public const string Suppressed = "suppressed";
    public const string Archived = "archived";
    public const string Excluded = "excluded";
    public const string Filtered = "filtered";
    public const string Pending = "pending";
    public const string Ended = "ended";

    /// <summary>Wants nothing for some days.</summary>
    public const string Paused = "paused";

    /// <summary>Has said of every topic of the release that they do not cover it.</summary>
    public const string NotTheirBeat = "notTheirBeat";

    /// <summary>Gets the lists of the audience in a daily digest only.</summary>
    public const string Daily = "daily";

    /// <summary>Waits for a translation that is promised in one of their languages.</summary>
    public const string Waiting = "waiting";

    /// <summary>On none of the audience's lists. Planning does not count them: they are not of the audience.</summary>
    public const string Outside = "outside";

    private readonly IReadOnlyList<AudienceFilter> filters =
        AudienceFilter.CreateAll(
            addressing, outlet => outlet is not null && outlets.TryGetValue(outlet, out var found) ? found.Type : null);

    /// <summary>For each topic of the release, the words for it and for those above it, step by step.</summary>
    private readonly IReadOnlyList<IReadOnlyList<IReadOnlySet<string>>> topics =
        [.. addressing.Topics.Select(addressing.Vocabulary.Levels)];

    private readonly HashSet<string> excludedOutlets = [.. addressing.Audience.ExcludedOutlets];
    private readonly HashSet<string> excludedContacts = [.. addressing.Audience.ExcludedContacts];

    /// <param name="subscriptions">One person's subscriptions to the lists of the audience and to its excluded lists, in the order of the
    /// lists.</param>
    public Candidate Decide(IReadOnlyList<Membership> subscriptions)
    {
        var first = First(subscriptions);
        var outlet = first?.Outlet is { } id && outlets.TryGetValue(id, out var found) ? found : null;
        if (Exclude(subscriptions, first) is { } reason) return new(subscriptions, reason, first, outlet, null);
        var language = LanguageOf(first!);
        return Waits(first!, language.Because)
            ? new(subscriptions, Waiting, first, outlet, null)
            : new(subscriptions, null, first, outlet, language);
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
        List<string> own =
            [.. subscriptions.Where(row => row.State == SubscriptionState.Confirmed && Number(row.List) >= 0).Select(row => row.List)];
        return own.Count > 0 ? own : addressing.Audience.Lists;
    }

    /// <summary>Each filter that the audience sets, with what the person has and whether that passes.</summary>
    public IEnumerable<FilterReason> Filters(Membership person) => filters.Select(
        filter => new FilterReason(filter.Name, [.. filter.Wanted], filter.Values(person), filter.Passes(person)));

    /// <summary>Everything by which the audience excludes the person, by name.</summary>
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
        if (first.PausedUntil > now) return Paused;
        if (IsNotTheirBeat(first)) return NotTheirBeat;
        if (IsExcluded(subscriptions, first)) return Excluded;
        if (!Passes(first)) return Filtered;
        return first.Frequency == Frequency.Daily ? Daily : null;
    }

    private bool Waits(Membership person, LanguageReason because)
    {
        if (because == LanguageReason.Recipient || addressing.Promised.Count == 0) return false;
        foreach (var wanted in person.Languages)
        {
            if (MailLanguage.Best(wanted, addressing.Promised) is not null) return true;
        }

        return false;
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

    /// <summary>The first confirmed subscription; one that is mailed at once comes before those of a digest.</summary>
    private Membership? First(IReadOnlyList<Membership> subscriptions)
    {
        Membership? daily = null;
        for (var index = 0; index < subscriptions.Count; index++)
        {
            var subscription = subscriptions[index];
            if (subscription.State != SubscriptionState.Confirmed || Number(subscription.List) < 0) continue;
            if (subscription.Frequency == Frequency.Immediate) return subscription;
            daily ??= subscription;
        }

        return daily;
    }

    private bool IsNotTheirBeat(Membership person)
    {
        if (person.NotTopics.Count == 0 || topics.Count == 0) return false;
        for (var index = 0; index < topics.Count; index++)
        {
            if (!IsRefused(topics[index], person)) return false;
        }

        return true;
    }

    /// <summary>Whether they do not cover a topic: what they say of it counts before what they say of a wider one.</summary>
    private static bool IsRefused(IReadOnlyList<IReadOnlySet<string>> levels, Membership person)
    {
        foreach (var words in levels)
        {
            if (person.NotTopics.Any(words.Contains)) return true;
            if (person.Topics.Any(words.Contains)) return false;
        }

        return false;
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
