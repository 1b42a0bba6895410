using Distribution.Dispatches.Ledger;
using Distribution.Dispatches.Sending;
using Distribution.Mail.Smtp;
using Distribution.Platform.Storage;
using Distribution.Publisher.Organisations;
using Distribution.Releases.Drafts;
using Microsoft.Extensions.Options;

namespace Distribution.Dispatches.Planning;

/// <summary>Sends later translations to those who wait for them. Every step is idempotent, by this timer or another.</summary>
public sealed class StartTranslation(
    ReleaseStore releases,
    ReleaseTimeStore times,
    OrganisationStore organisations,
    DispatchStore dispatches,
    PlanRelease planRelease,
    QueueBatches queueBatches,
    IOptionsMonitor<MailOptions> mail,
    TimeProvider time)
{
    public async Task RunAsync(Stored<ReleaseTime> row, CancellationToken cancellationToken)
    {
        var document = await releases.FindAsync(row.Value.Release, cancellationToken);
        var first = document is null ? null : (await dispatches.FindAsync(Dispatch.FirstOf(document.Release), cancellationToken))?.Value;
        var recipients = RecipientsSwitch.Parse(mail.CurrentValue.Recipients);
        switch (StartRule.DecideTranslation(row.Value, document?.Release, first, recipients))
        {
            case StartRule.Drop:
                await times.RemoveDueAsync(row, cancellationToken);
                break;
            case StartRule.Send:
                await SendAsync(row, document!, recipients, cancellationToken);
                break;
        }
    }

    private async Task SendAsync(Stored<ReleaseTime> row, ReleaseDocument document, RecipientsSwitch recipients, CancellationToken cancellationToken)
    {
        if (await organisations.FindAsync(cancellationToken) is not { Value: var organisation }) return;
        var found = await dispatches.FindOrAddAsync(document.Release.Id, row.Value.Translation!.Value, DispatchKind.Translation, time.GetUtcNow(), cancellationToken);
        var dispatch = await planRelease.RunAsync(found, document, organisation, recipients, cancellationToken);
        await times.RemoveDueAsync(row, cancellationToken);
        if (found.Value.Plan is null) await queueBatches.AllAsync(dispatch.Value, cancellationToken);
    }
}
