using Distribution.Dispatches.Ledger;
using Distribution.Dispatches.Sending;
using Distribution.Mail.Outcomes;
using Distribution.Mail.Smtp;
using Distribution.Platform.Storage;
using Distribution.Platform.Telemetry;
using Distribution.Publisher.Organisations;
using Distribution.Releases.Drafts;

namespace Distribution.Dispatches.Planning;

/// <summary>Takes a release through its publication and planning to the queue. Every step is idempotent, by this timer or another.</summary>
public sealed class SendRelease(
    OrganisationStore organisations,
    ReleaseTimeStore times,
    DispatchStore dispatches,
    PublishRelease publishRelease,
    PlanRelease planRelease,
    QueueBatches queueBatches,
    HoldRelease holdRelease,
    TimeProvider time)
{
    public async Task RunAsync(
        Stored<ReleaseTime> row, ReleaseDocument document, DispatchKind kind, RecipientsSwitch recipients, CancellationToken cancellationToken)
    {
        if (await organisations.FindAsync(cancellationToken) is not { } organisation)
        {
            await holdRelease.WaitAsync(document, "The organisation has no name and sender address yet: PUT /api/organisation.", cancellationToken);
            return;
        }

        var version = document.Release.ReleasedVersion ?? document.Release.Version;
        using var span = Tracing.Start("start dispatch", Dispatch.IdOf(document.Release.Id, version, kind));
        if (kind == DispatchKind.Release && !await publishRelease.RunAsync(document, cancellationToken)) return;
        var found = await dispatches.FindOrAddAsync(document.Release.Id, version, kind, time.GetUtcNow(), cancellationToken);
        var dispatch = await planRelease.RunAsync(found, document, organisation.Value, recipients, cancellationToken);
        if (kind == DispatchKind.Release) await times.RemoveDueAsync(row, cancellationToken);
        else await holdRelease.WaitAsync(document, Rehearsal(dispatch.Value), cancellationToken);
        if (found.Value.Plan is null) await queueBatches.AllAsync(dispatch.Value, cancellationToken);
    }

    /// <summary>Only of a rehearsal, whose planned mails are not sent ones.</summary>
    private static string Rehearsal(Dispatch dispatch)
    {
        if (dispatch.FinishedAt is null) return "Being rehearsed: Mail:Recipients names addresses. Set it to * to send to everybody.";
        var accepted = dispatch.Outcomes.GetValueOrDefault(OutcomeState.Accepted);
        return $"Rehearsed: {accepted} of {dispatch.Planned} mails were accepted. Set Mail:Recipients to * to send to everybody.";
    }
}
