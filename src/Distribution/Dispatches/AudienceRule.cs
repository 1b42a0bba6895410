using Distribution.Languages;
using Distribution.Releases;
using Distribution.Subscriptions;

namespace Distribution.Dispatches;

/// <summary>Whether a contact is mailed, from their subscriptions to the audience's lists; pure.</summary>
public static class AudienceRule
{
    public const string Suppressed = "suppressed";
    public const string Archived = "archived";
    public const string Filtered = "filtered";
    public const string Pending = "pending";
    public const string Ended = "ended";

    /// <param name="subscriptions">One contact's subscriptions to the audience's lists, at least one.</param>
    /// <param name="audience">Its filters are applied.</param>
    /// <param name="suppressed">Whether the contact's address must not be mailed.</param>
    /// <returns>The reason to leave the contact out, or null.</returns>
    public static string? Exclude(IReadOnlyList<Membership> subscriptions, Audience audience, bool suppressed)
    {
        if (subscriptions.FirstOrDefault(subscription => subscription.State == SubscriptionState.Confirmed) is not { } confirmed)
        {
            return subscriptions.Any(subscription => subscription.State == SubscriptionState.Pending) ? Pending : Ended;
        }

        if (suppressed) return Suppressed;
        if (confirmed.IsArchived) return Archived;
        return Passes(audience.Languages, confirmed.Languages.Select(LanguageTag.Primary))
            && Passes(audience.Countries, confirmed.Countries)
            && Passes(audience.Topics, confirmed.Topics)
            ? null
            : Filtered;
    }

    private static bool Passes(IReadOnlyCollection<string> filter, IEnumerable<string> own) =>
        filter.Count == 0 || own.Any(value => filter.Contains(value, StringComparer.OrdinalIgnoreCase));
}
