using Distribution.Mail.SendRates;
using Distribution.Mail.Smtp;
using Distribution.Platform.Jobs;
using Distribution.Platform.Storage;
using Distribution.Releases.Drafts;
using Microsoft.Extensions.Options;

namespace Distribution.Operations.Status;

/// <summary>Asks every part that may stand still how it is.</summary>
public sealed class ReadStatus(
    JobRuns runs, ReleaseTimeStore times, Queues queues, CheckRelay checkRelay, SendRateStore sendRates, IOptions<MailOptions> mail, TimeProvider clock)
{
    public async Task<ProgramStatus> RunAsync(CancellationToken cancellationToken)
    {
        var relay = RelayAsync(cancellationToken);
        var start = clock.GetTimestamp();
        var jobs = await runs.AllAsync(cancellationToken).Select(run => run.Value).ToListAsync(cancellationToken);
        var storage = new StorageStatus(clock.GetElapsedTime(start).TotalMilliseconds);
        return new()
        {
            Jobs = jobs,
            Storage = storage,
            OldestDueRelease = (await times.DueAsync(clock.GetUtcNow(), cancellationToken).FirstOrDefaultAsync(cancellationToken))?.Value.At,
            Queues = await Task.WhenAll(Queues.All.Select(name => QueueAsync(name, cancellationToken))),
            Mail = await relay,
        };
    }

    private async Task<QueueStatus> QueueAsync(string name, CancellationToken cancellationToken)
    {
        var queue = queues[name];
        var properties = await queue.GetPropertiesAsync(cancellationToken);
        var first = await queue.PeekMessageAsync(cancellationToken);
        return new(name, properties.Value.ApproximateMessagesCount, first.Value?.InsertedOn);
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
