using Distribution.Audiences.MediaLists;
using Distribution.Contacts.Contacts;
using Distribution.Contacts.Outlets;
using Distribution.Platform.Languages;

namespace Distribution.Audiences.Subscriptions;

/// <summary>
/// Decides the members of a list by its rule; pure. A rule adds rows that are not there and deletes those that a rule added.
/// It leaves rows made by users and ended rows alone: a contact who unsubscribed stays off.
/// </summary>
public static class RuleMembership
{
    /// <summary>The basis of a consent that is a rule's.</summary>
    public const string Basis = "rule";

    /// <param name="list">Id of the list.</param>
    /// <param name="rule">Its rule; null when it has none.</param>
    /// <param name="contact">The contact as they now are.</param>
    /// <param name="outletType">Type of the outlet they work for, if they do.</param>
    /// <param name="found">Their subscription to the list, whatever its state.</param>
    /// <param name="now">The present.</param>
    /// <returns>Null where everything is as it should be.</returns>
    public static RuleChange? Decide(
        string list, ListRule? rule, Contact contact, OutletType? outletType, Subscription? found, DateTimeOffset now)
    {
        if (found is not (null or { IsByRule: true, State: SubscriptionState.Confirmed })) return null;
        return (Why(rule, contact, outletType), found) switch
        {
            (null, null) => null,
            (null, _) => new RuleChange.Remove(),
            ({ } why, null) => new RuleChange.Enter(SubscriptionRules.Confirmed(list, contact, new(Basis, why, now), now) with { IsByRule = true }),
            ({ } why, _) when found.Consent.Evidence != why => new RuleChange.Renew(found with { Consent = new(Basis, why, now) }),
            _ => null,
        };
    }

    /// <summary>
    /// The part of the rule that the contact meets, such as <c>country TT, topic health</c>; null when they do not meet it.
    /// </summary>
    public static string? Why(ListRule? rule, Contact contact, OutletType? outletType)
    {
        if (rule is null || contact.Status == ContactStatus.Archived) return null;
        string? type = outletType is { } known ? OutletTypeName.Get(known) : null;
        (string Kind, string[] Wanted, string[] Met)[] kinds =
        [
            ("country", [.. rule.Countries], [.. rule.Countries.Intersect(contact.Countries, StringComparer.OrdinalIgnoreCase)]),
            ("topic", [.. rule.Topics], [.. rule.Topics.Intersect(contact.Topics, StringComparer.OrdinalIgnoreCase)]),
            ("language", [.. rule.Languages], [.. rule.Languages.Intersect(contact.Languages.Select(LanguageTag.Primary))]),
            ("outlet type", [.. rule.OutletTypes.Select(OutletTypeName.Get)], [.. rule.OutletTypes.Select(OutletTypeName.Get).Where(wanted => wanted == type)]),
        ];
        return kinds.All(kind => kind.Wanted.Length == 0 || kind.Met.Length > 0)
            ? string.Join(", ", kinds.SelectMany(kind => kind.Met, (kind, met) => $"{kind.Kind} {met}"))
            : null;
    }
}
