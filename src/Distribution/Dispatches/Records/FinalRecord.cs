using Distribution.Dispatches.Ledger;
using Distribution.Mail.Outcomes;

namespace Distribution.Dispatches.Records;

/// <summary>
/// The result of a dispatch: its recipients by outcome, and the <see cref="RecordHash"/> of the same reading of the ledger.
/// </summary>
public sealed record FinalRecord(IReadOnlyDictionary<OutcomeState, int> Outcomes, string Hash)
{
    /// <summary>Everybody who is on record.</summary>
    public int Recipients => Outcomes.Values.Sum();

    /// <summary>Reads the batches once, in the ledger's order; one is in memory at a time.</summary>
    public static async Task<FinalRecord> ReadAsync(IAsyncEnumerable<Batch> batches, CancellationToken cancellationToken)
    {
        var outcomes = Enum.GetValues<OutcomeState>().ToDictionary(state => state, _ => 0);
        using RecordHash hash = new();
        await foreach (var batch in batches.WithCancellation(cancellationToken))
        {
            hash.Add(batch);
            foreach (var outcome in batch.Outcomes) outcomes[outcome.State]++;
        }

        return new(outcomes, hash.Finish());
    }
}
