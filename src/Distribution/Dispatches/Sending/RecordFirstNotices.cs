using Distribution.Contacts.Contacts;
using Distribution.Dispatches.Ledger;
using Distribution.Mail.Outcomes;
using Distribution.Platform.Jobs;

namespace Distribution.Dispatches.Sending;

/// <summary>
/// After a dispatch: notes whom their first mail has told what is kept of them, some at a time. Only a mail that was accepted has; whoever
/// is noted late, as after a crash, is told once more.
/// </summary>
public sealed class RecordFirstNotices(
    DispatchStore dispatches, BatchStore batches, RecordFirstNotice recordFirstNotice, JobStore jobs) : IJobRunner
{
    public const string JobName = "notices";

    /// <summary>What a run may do before its message is seen again.</summary>
    private const int BatchesPerRun = 20;

    public string Name => JobName;

    /// <param name="id">The dispatch; a run that goes on has the last recipient of the one before it behind a point.</param>
    /// <param name="cancellationToken">Ends it between two people.</param>
    public async Task<DateTimeOffset?> RunAsync(string id, CancellationToken cancellationToken)
    {
        var (name, after) = id.Split('.') is [var first, var second] ? (first, second) : (id, null);
        if (await dispatches.FindAsync(name, cancellationToken) is not { Value: { Plan: not null } dispatch }) return null;
        var done = 0;
        await foreach (var batch in batches.WithAsync(OutcomeState.Accepted, dispatch, after, cancellationToken))
        {
            foreach (var (recipient, outcome) in batch.Recipients.Zip(batch.Outcomes))
            {
                if (recipient.Notice is not null && outcome.State == OutcomeState.Accepted)
                    await recordFirstNotice.RunAsync(recipient.Contact, outcome.At!.Value, cancellationToken);
            }

            if (++done < BatchesPerRun) continue;
            await jobs.AddAsync(JobName, $"{name}.{batch.Recipients[^1].Contact}", cancellationToken);
            return null;
        }

        return null;
    }
}
