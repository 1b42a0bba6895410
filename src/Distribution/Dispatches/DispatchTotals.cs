namespace Distribution.Dispatches;

/// <summary>Recipients of a dispatch by outcome, and how many of those planned were accepted, by list and language. Who is on several lists counts in each.</summary>
public sealed record DispatchTotals(IReadOnlyDictionary<OutcomeState, int> Outcomes, IReadOnlyList<DispatchTotals.Line> Lines)
{
    public sealed record Line(string List, string Language, int Planned, int Accepted);

    /// <summary>Adds up one batch after the other; holds no recipients.</summary>
    public sealed class Builder(IReadOnlyList<string> lists)
    {
        private readonly Dictionary<OutcomeState, int> outcomes = [];
        private readonly SortedDictionary<(int List, string Language), (int Planned, int Accepted)> lines = [];

        public void Add(Batch batch)
        {
            foreach (var (recipient, outcome) in batch.Recipients.Zip(batch.Outcomes))
            {
                outcomes[outcome.State] = outcomes.GetValueOrDefault(outcome.State) + 1;
                foreach (var list in recipient.Lists)
                {
                    var (planned, accepted) = lines.GetValueOrDefault((list, recipient.Language));
                    lines[(list, recipient.Language)] = (planned + 1, accepted + (outcome.State == OutcomeState.Accepted ? 1 : 0));
                }
            }
        }

        public DispatchTotals Build() =>
            new(outcomes, [.. lines.Select(line => new Line(lists[line.Key.List], line.Key.Language, line.Value.Planned, line.Value.Accepted))]);
    }
}
