using System.Runtime.CompilerServices;
using Distribution.Dispatches.Ledger;
using Distribution.Dispatches.Resolutions;
using Distribution.Mail.Outcomes;
using Distribution.Platform.Languages;

namespace Distribution.Dispatches.Records;

/// <summary>
/// The distribution record: who got a dispatch, when, and what the mail server said. It is read once, from the first member to the last:
/// recipients come batch by batch as they are asked for, and the totals after them count the very recipients that were read.
/// </summary>
public sealed class DispatchRecord(
    Dispatch dispatch, IAsyncEnumerable<Batch> batches, IReadOnlyDictionary<string, HeldResolution> resolutions)
{
    private readonly Dictionary<OutcomeState, int> totals = [];
    private readonly Dictionary<Resolution, int> settled = [];

    /// <summary>Id of the dispatch.</summary>
    public string Dispatch => dispatch.Id;

    public string Release => dispatch.Release;

    /// <summary>The release's version that was sent.</summary>
    public int Version => dispatch.Version;

    public DispatchKind Kind => dispatch.Kind;

    /// <summary>The headline of each text of the release; null for a digest, or when the release was deleted.</summary>
    public Names? Headlines { get; init; }

    /// <summary>Where only a part of the recipients was asked for, which part; null when it is the whole record.</summary>
    public RecordFilter? Filter { get; init; }

    public DispatchState State => dispatch.State;

    public DateTimeOffset CreatedAt => dispatch.CreatedAt;

    /// <summary>When its list of recipients was closed.</summary>
    public DateTimeOffset? SealedAt => dispatch.SealedAt;

    public DateTimeOffset? FinishedAt => dispatch.FinishedAt;

    /// <summary>How many recipients it has.</summary>
    public int Planned => dispatch.Planned;

    /// <summary>How many of the audience it leaves out, by reason.</summary>
    public IReadOnlyDictionary<string, int> Excluded => dispatch.Excluded;

    /// <summary>Recipients by outcome at the finish; their sum is the number planned. None before.</summary>
    public IReadOnlyDictionary<OutcomeState, int> Outcomes => dispatch.Outcomes.Where(count => count.Value > 0).ToDictionary();

    /// <summary>SHA-256 over contact, language, outcome, time and code of each recipient at the finish.</summary>
    public string? RecordHash => dispatch.RecordHash;

    /// <summary>Everybody who was planned, or the part that was asked for, by contact id.</summary>
    public IAsyncEnumerable<RecordEntry> Recipients => field ??= ReadAsync(CancellationToken.None);

    /// <summary>
    /// The recipients above by outcome, counted while they were read; of the whole record their sum is the number planned.
    /// </summary>
    public IReadOnlyDictionary<OutcomeState, int> Totals => totals;

    /// <summary>How many of those above a user has resolved, by resolution.</summary>
    public IReadOnlyDictionary<Resolution, int> Resolved => settled;

    private async IAsyncEnumerable<RecordEntry> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var batch in batches.WithCancellation(cancellationToken))
        {
            foreach (var (recipient, outcome) in batch.Recipients.Zip(batch.Outcomes))
            {
                if (Filter?.Passes(recipient, outcome) == false) continue;
                var heldResolution = resolutions.GetValueOrDefault(recipient.Contact);
                totals[outcome.State] = totals.GetValueOrDefault(outcome.State) + 1;
                if (heldResolution is not null)
                    settled[heldResolution.Resolution] = settled.GetValueOrDefault(heldResolution.Resolution) + 1;
                yield return RecordEntry.Create(dispatch, recipient, outcome, heldResolution);
            }
        }
    }
}
