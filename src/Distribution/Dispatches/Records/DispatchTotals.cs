using Distribution.Dispatches.Ledger;
using Distribution.Mail.Outcomes;

namespace Distribution.Dispatches.Records;

/// <summary>
/// Recipients of a dispatch by outcome, the same by language, and how many of those planned were accepted, by list and language. A
/// recipient on
/// several lists counts in each.
/// </summary>
public sealed record DispatchTotals(
    IReadOnlyDictionary<OutcomeState, int> Outcomes,
    IReadOnlyDictionary<string, IReadOnlyDictionary<OutcomeState, int>> Languages,
    IReadOnlyList<DispatchTotals.Line> Lines)
{
    public sealed record Line(string List, string Language, int Planned, int Accepted);

    /// <summary>Adds up one batch after the other.</summary>
    public sealed class Builder(IReadOnlyList<string> lists)
    {
        private readonly SortedDictionary<OutcomeState, int> outcomes = [];
        private readonly SortedDictionary<string, SortedDictionary<OutcomeState, int>> languages = new(StringComparer.Ordinal);
        private readonly SortedDictionary<(int List, string Language), (int Planned, int Accepted)> lines = [];

        public void Add(TallyGroup group)
        {
            if (!languages.TryGetValue(group.Language, out var language)) languages[group.Language] = language = [];
            foreach (var (state, count) in group.Outcomes)
            {
                outcomes[state] = outcomes.GetValueOrDefault(state) + count;
                language[state] = language.GetValueOrDefault(state) + count;
            }

            foreach (var list in group.Lists)
            {
                var (planned, accepted) = lines.GetValueOrDefault((list, group.Language));
                lines[(list, group.Language)] = (planned + group.Outcomes.Values.Sum(), accepted + group.Outcomes.GetValueOrDefault(OutcomeState.Accepted));
            }
        }

        public DispatchTotals Build() => new(
            outcomes,
            languages.ToDictionary(language => language.Key, IReadOnlyDictionary<OutcomeState, int> (language) => language.Value),
            [.. lines.Select(line => new Line(lists[line.Key.List], line.Key.Language, line.Value.Planned, line.Value.Accepted))]);
    }
}
