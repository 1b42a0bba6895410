using Distribution.Dispatches.Ledger;
using Distribution.Dispatches.Records;
using Distribution.Mail.Smtp;
using Distribution.Platform.Storage;
using Distribution.Releases.Drafts;
using Microsoft.Extensions.Options;

namespace Distribution.Dispatches.Planning;

/// <summary>Decides about a release whose time has come: it is sent, waits, or has missed its time.</summary>
public sealed class StartDispatch(
    ReleaseStore releases,
    ReleaseTimeStore times,
    SendRelease sendRelease,
    HoldRelease holdRelease,
    DispatchMetrics metrics,
    IOptionsMonitor<MailOptions> mail,
    IOptions<DispatchOptions> options,
    TimeProvider time)
{
    public async Task RunAsync(Stored<ReleaseTime> row, CancellationToken cancellationToken)
    {
        var recipients = RecipientsSwitch.Parse(mail.CurrentValue.Recipients);
        var document = await releases.FindAsync(row.Value.Release, cancellationToken);
        switch (StartRule.Decide(
            row.Value, document?.Release, document?.Missing ?? [], recipients, time.GetUtcNow(), options.Value.MaxStartDelay))
        {
            case StartRule.Drop:
                await times.RemoveDueAsync(row, cancellationToken);
                break;
            case StartRule.Wait wait:
                await holdRelease.WaitAsync(document!, wait.Reason, cancellationToken, wait.IsNews);
                break;
            case StartRule.Missed:
                await holdRelease.MissAsync(row, document!, cancellationToken);
                break;
            case StartRule.Send send:
                metrics.AddStart(time.GetUtcNow() - row.Value.At);
                await sendRelease.RunAsync(row, document!, send.Kind, recipients, cancellationToken);
                break;
        }
    }
}
