using Distribution.Mail.Outcomes;

namespace Distribution.Dispatches.Ledger;

/// <summary>Recipients of a batch who share a language and the lists they are on, by outcome.</summary>
/// <param name="Language">The translation they get.</param>
/// <param name="Lists">The lists, as numbers into <see cref="Dispatch.Lists"/>.</param>
/// <param name="Outcomes">The number of recipients by outcome; outcomes without recipients are left out.</param>
public sealed record TallyGroup(string Language, IReadOnlyList<int> Lists, IReadOnlyDictionary<OutcomeState, int> Outcomes);
