using Distribution.Audiences.Selection;
using Distribution.Audiences.Subscriptions;
using Distribution.Dispatches.Ledger;
using Distribution.Platform.Languages;

namespace Distribution.Dispatches.Planning;

/// <summary>Decides about the recipients of later translations; pure.</summary>
/// <param name="first">Languages that the release was first sent in.</param>
/// <param name="news">Languages that have come since; none where only the wait is over.</param>
/// <param name="sealedAt">When its first recipients were written down: who came later is not one of those who waited.</param>
public sealed class TranslationRule(IReadOnlyList<string> first, IReadOnlyList<string> news, DateTimeOffset sealedAt)
{
    /// <param name="earlier">The release's dispatches so far; one of them made it public.</param>
    /// <param name="languages">Languages that there are now.</param>
    public static TranslationRule From(IReadOnlyCollection<Dispatch> earlier, IEnumerable<string> languages)
    {
        var first = earlier.First(dispatch => dispatch.Kind == DispatchKind.Release);
        return new(first.Languages, [.. languages.Except(earlier.SelectMany(dispatch => dispatch.Languages))], first.SealedAt!.Value);
    }

    /// <summary>
    /// The language to send: a recipient who waited gets the best there is now; one who has the release gets one of the new languages if
    /// they have asked for
    /// all of their languages.
    /// </summary>
    /// <param name="candidate">Planning's decision about the person with the languages there are now.</param>
    /// <param name="reached">The earlier plans for them.</param>
    /// <returns>Null when they get nothing.</returns>
    public string? Decide(Candidate candidate, IReadOnlyList<EarlierDelivery> reached)
    {
        if (candidate is not { First: { } person, Language: { } language }) return null;
        if (reached.Count == 0) return Waited(person) ? language.Tag : null;
        return person.LaterTranslations && reached.Any(before => !before.IsLost) ? Another(person, reached) : null;
    }

    private bool Waited(Membership person) =>
        person.ChangedAt <= sealedAt && person.Languages.All(wanted => MailLanguage.Best(wanted, first) is null);

    private string? Another(Membership person, IReadOnlyList<EarlierDelivery> reached) => person.Languages
        .Select(wanted => MailLanguage.Best(wanted, news))
        .FirstOrDefault(found => found is not null && reached.All(before => before.Language != found));
}
