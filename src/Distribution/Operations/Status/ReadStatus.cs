using Distribution.Mail.SendRates;
using Distribution.Mail.Smtp;
using Distribution.Platform.Jobs;
using Distribution.Platform.Storage;
using Distribution.Releases.Drafts;
using Microsoft.Extensions.Options;

namespace Distribution.Operations.Status;

/// <summary>Asks every part that may stand still how it is.</summary>
public sealed class ReadStatus(
    JobRuns runs,
    JobStore work,
    ReleaseTimeStore times,
    Queues queues,
    CheckRelay checkRelay,
    SendRateStore sendRates,
    IOptions<MailOptions> mail,
    TimeProvider clock)
{
    /// <summary>The timer runs each minute.</summary>
    private static readonly TimeSpan OnTime = TimeSpan.FromMinutes(1);

    private const int MostReleases = 1_000;

    public async Task<ProgramStatus> RunAsync(CancellationToken cancellationToken)
    {
        var relay = RelayAsync(cancellationToken);
        var start = clock.GetTimestamp();
        var jobs = await runs.AllAsync(cancellationToken).Select(run => run.Value).ToListAsync(cancellationToken);
        var storage = new StorageStatus(clock.GetElapsedTime(start).TotalMilliseconds);
        var due = await times.DueAsync(clock.GetUtcNow(), cancellationToken).Take(MostReleases).ToListAsync(cancellationToken);
        return new()
        {
            Jobs = jobs,
            Storage = storage,
            OldestDueRelease = due.FirstOrDefault()?.Value.At,
            LateReleases = due.Count(row => clock.GetUtcNow() - row.Value.At > OnTime),
            Work = await WorkAsync(cancellationToken),
            Queues = await Task.WhenAll(Queues.All.Select(name => QueueAsync(name, cancellationToken))),
            Mail = await relay,
        };
    }

    private async Task<WorkStatus> WorkAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var (waiting, running, failing, oldest) = (0, 0, 0, (DateTimeOffset?)null);
        await foreach (var job in work.DueAsync(now, cancellationToken).Select(job => job.Value))
        {
            if (job.IsLeased(now))
            {
                running++;
                continue;
            }

            waiting++;
            if (job.Attempts > 0) failing++;
            if (oldest is null || job.Due < oldest) oldest = job.Due;
        }

        return new(waiting, oldest, running, failing);
    }

    private async Task<QueueStatus> QueueAsync(string name, CancellationToken cancellationToken)
    {
        var properties = await queues[name].GetPropertiesAsync(cancellationToken);
        return new(name, properties.Value.ApproximateMessagesCount, await queues.FirstSentAsync(name, cancellationToken));
    }

    private async Task<RelayStatus> RelayAsync(CancellationToken cancellationToken)
    {
        var failure = await checkRelay.RunAsync(cancellationToken);
        var recipients = RecipientsSwitch.Parse(mail.Value.Recipients) switch
        {
            RecipientsSwitch.Everybody => "everybody",
            RecipientsSwitch.Rehearsal => "rehearsal",
            _ => "nobody",
        };
        var rate = await sendRates.FindAsync(cancellationToken);
        return rate.RestUntil > clock.GetUtcNow()
            ? new(recipients, failure is null, failure, rate.RestUntil, rate.RestReason)
            : new(recipients, failure is null, failure, RestUntil: null, RestReason: null);
    }
}
