using Distribution.Audiences.Subscriptions;
using Distribution.Audiences.Suppressions;
using Distribution.Platform.Languages;

namespace Distribution.Audiences.Selection;

/// <summary>A person and what planning would decide about them.</summary>
/// <param name="Explanation">The decision, on what grounds.</param>
/// <param name="Person">The person's data.</param>
/// <param name="Lists">The audience's lists that they get the mail by, or would: all of them where they are on none.</param>
/// <param name="Language">The language of their mail, also where they would get none.</param>
/// <param name="LanguageReason">Why it is that one.</param>
public sealed record ExplainedRecipient(
    AudienceExplanation Explanation, Membership Person, IReadOnlyList<string> Lists, string Language, LanguageReason LanguageReason)
{
    /// <param name="rule">Decides.</param>
    /// <param name="subscriptions">Theirs, in the order of the lists.</param>
    /// <param name="person">The person's data.</param>
    /// <param name="suppression">Why their address must not be mailed, if it must not.</param>
    internal static ExplainedRecipient Create(AudienceRule rule, IReadOnlyList<Membership> subscriptions, Membership person, Suppression? suppression)
    {
        var decided = rule.Decide(subscriptions);
        var (language, because) = rule.LanguageOf(person);
        AudienceExplanation explanation = new()
        {
            Contact = person.Contact,
            IsPlanned = decided.Reason is null,
            Reason = decided.Reason,
            Language = decided.Language?.Tag,
            LanguageReason = decided.Language?.Because,
            Lists = [],
            Filters = [.. rule.Filters(person)],
            Exclusions = [.. rule.Exclusions(subscriptions, person)],
            Suppression = suppression,
        };
        return new(explanation, person, rule.ListsOf(subscriptions), language, because);
    }
}
