using Distribution.Mail.Outcomes;

namespace Distribution.Dispatches.Sending;

/// <summary>The work of one run on its batch, in figures; pure.</summary>
public sealed record BatchRunReport
{
    private readonly Dictionary<OutcomeState, int> outcomes = [];

    /// <param name="before">Outcomes as the run found them.</param>
    /// <param name="after">Outcomes as it left them.</param>
    public BatchRunReport(IReadOnlyList<Outcome> before, IReadOnlyList<Outcome> after)
    {
        for (var index = 0; index < after.Count; index++)
        {
            if (!after[index].IsFinal) Open++;
            if (after[index] == before[index]) continue;
            outcomes[after[index].State] = this[after[index].State] + 1;
            Connection = after[index].Connection ?? Connection;
        }
    }

    /// <summary>How many recipients have come to an outcome in this run.</summary>
    public int this[OutcomeState state] => outcomes.GetValueOrDefault(state);

    /// <summary>How many are left without a final outcome.</summary>
    public int Open { get; }

    /// <summary>The connection that took the last mail; null when none did.</summary>
    public string? Connection { get; }
}
