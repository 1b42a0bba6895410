using Distribution.Contacts.Contacts;
using Distribution.Dispatches.Ledger;
using Distribution.Mail.Outcomes;
using Distribution.Platform.Jobs;

namespace Distribution.Dispatches.Sending;

/// <summary>
/// After a dispatch: records the contacts whose first mail carried the notice about their data, some at a time. Only an accepted mail
/// counts; a
/// contact recorded late, as after a crash, gets the notice once more.
/// </summary>
public sealed class RecordFirstNotices(
    DispatchStore dispatches, BatchStore batches, RecordFirstNotice recordFirstNotice, JobStore jobs) : IJobRunner
{
    public const string JobName = "notices";

    /// <summary>The work of one run before its message is seen again.</summary>
    private const int BatchesPerRun = 20;

    public string Name => JobName;

    /// <param name="id">The dispatch; a resumed run has the last recipient of the one before it behind a point.</param>
    public async Task<DateTimeOffset?> RunAsync(string id, CancellationToken cancellationToken)
    {
        var (name, after) = id.Split('.') is [var first, var second] ? (first, second) : (id, null);
        if (await dispatches.FindAsync(name, cancellationToken) is not { Value: { Plan: not null } dispatch }) return null;
        var done = 0;
        await foreach (var batch in batches.WithAsync([OutcomeState.Accepted], dispatch, after, cancellationToken))
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
