using Distribution.Mail.Smtp;
using Distribution.Platform.Jobs;
using Distribution.Platform.Storage;
using Distribution.Publisher.Organisations;
using Microsoft.Extensions.Options;

namespace Distribution.Dispatches.Digests;

/// <summary>
/// The digest timer: writes down who gets a digest now, and moves their windows forward. One run at a time, whatever number of timers there
/// are; a run that was cut short is finished before the next begins, so that an outage delays what it covers and drops nothing.
/// </summary>
public sealed class SendDigests(
    DigestStore digests,
    OrganisationStore organisations,
    DispatchDigest dispatchDigest,
    JobRuns runs,
    IOptionsMonitor<MailOptions> mail,
    TimeProvider clock)
{
    public const string Name = "digests";

    /// <summary>How long a release may take from the moment it is said to be public until the storage has it.</summary>
    private static readonly TimeSpan Publishing = TimeSpan.FromMinutes(2);

    public Task RunAsync(CancellationToken cancellationToken) => runs.RecordAsync(Name, () => SendAsync(cancellationToken), cancellationToken);

    private async Task SendAsync(CancellationToken cancellationToken)
    {
        // Nothing is covered while nothing may be sent: it waits.
        if (RecipientsSwitch.Parse(mail.CurrentValue.Recipients) is not RecipientsSwitch.Everybody) return;
        if (await organisations.FindAsync(cancellationToken) is not { Value: var organisation }) return;
        if (await FindOrBeginAsync(cancellationToken) is not { } run) return;
        var due = await DueAsync(run.Value.End, cancellationToken);
        if (due.Count > 0)
        {
            await dispatchDigest.RunAsync(run.Value.End, [.. due.Select(reader => reader.Value)], organisation, cancellationToken);
            await digests.AdvanceAsync(due, run.Value.End, cancellationToken);
        }

        await digests.EndAsync(run, cancellationToken);
    }

    private async Task<Stored<DigestRun>?> FindOrBeginAsync(CancellationToken cancellationToken)
    {
        var last = await digests.FindRunAsync(cancellationToken);
        if (last is { Value.IsDone: false }) return last;
        var now = clock.GetUtcNow() - Publishing;
        if (!await digests.SubscribersAsync(cancellationToken).AnyAsync(reader => DigestRule.IsDue(reader.Value, now), cancellationToken)) return null;
        await digests.BeginAsync(last, new() { End = now }, cancellationToken);
        return await digests.FindRunAsync(cancellationToken) is { Value.IsDone: false } begun ? begun : null;
    }

    private async Task<List<Stored<DigestSubscriber>>> DueAsync(DateTimeOffset end, CancellationToken cancellationToken) =>
        await digests.SubscribersAsync(cancellationToken).Where(reader => DigestRule.IsDue(reader.Value, end)).ToListAsync(cancellationToken);
}
