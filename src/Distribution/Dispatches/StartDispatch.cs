using Distribution.Mail;
using Distribution.Organisations;
using Distribution.Releases;
using Distribution.Storage;
using Distribution.Telemetry;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Distribution.Dispatches;

/// <summary>Takes a release whose time has come through planning to the queue. Every step may be repeated, by this timer or another.</summary>
public sealed partial class StartDispatch(
    ReleaseStore releases,
    ReleaseTimeStore times,
    OrganisationStore organisations,
    DispatchStore dispatches,
    PlanDispatch planDispatch,
    QueueBatches queueBatches,
    IOptionsMonitor<MailOptions> mail,
    IOptions<DispatchOptions> options,
    TimeProvider time,
    ILogger<StartDispatch> logger)
{
    public async Task RunAsync(Stored<ReleaseTime> row, CancellationToken cancellationToken)
    {
        var recipients = RecipientsSwitch.Parse(mail.CurrentValue.Recipients);
        var document = await releases.FindAsync(row.Value.Release, cancellationToken);
        switch (StartRule.Decide(row.Value, document?.Release, recipients, time.GetUtcNow(), options.Value.LatestStart))
        {
            case StartRule.Drop:
                await times.RemoveDueAsync(row, cancellationToken);
                break;
            case StartRule.Wait wait:
                await SayWaitingAsync(document!, wait.Reason, cancellationToken);
                break;
            case StartRule.Send send:
                await SendAsync(row, document!, send.Kind, recipients, cancellationToken);
                break;
        }
    }

    private async Task SendAsync(
        Stored<ReleaseTime> row, ReleaseDocument document, DispatchKind kind, RecipientsSwitch recipients, CancellationToken cancellationToken)
    {
        if (await organisations.FindAsync(cancellationToken) is not { } organisation)
        {
            await SayWaitingAsync(document, "The organisation has no name and sender address yet: PUT /api/organisation.", cancellationToken);
            return;
        }

        using var span = Tracing.Start("start dispatch", Dispatch.IdOf(document.Release.Id, document.Release.Version, kind));
        if (kind == DispatchKind.Release && !await PublishAsync(document, cancellationToken)) return;
        var found = await FindOrAddAsync(document.Release, kind, cancellationToken);
        var dispatch = await planDispatch.RunAsync(found, document, organisation.Value, recipients, cancellationToken);
        if (kind == DispatchKind.Release) await times.RemoveDueAsync(row, cancellationToken);
        else await SayWaitingAsync(document, Rehearsal(dispatch.Value), cancellationToken);
        if (found.Value.Plan is null) await queueBatches.AllAsync(dispatch.Value, cancellationToken);
    }

    /// <summary>What is true of a rehearsal: planned mails are not sent ones.</summary>
    private static string Rehearsal(Dispatch dispatch) => dispatch.FinishedAt is null
        ? "Being rehearsed: Mail:Recipients names addresses. Set it to * to send to everybody."
        : $"Rehearsed: {dispatch.Outcomes.GetValueOrDefault(OutcomeState.Accepted)} of {dispatch.Planned} mails were accepted. Set Mail:Recipients to * to send to everybody.";

    private async Task<Stored<Dispatch>> FindOrAddAsync(Release release, DispatchKind kind, CancellationToken cancellationToken)
    {
        var id = Dispatch.IdOf(release.Id, release.Version, kind);
        if (await dispatches.FindAsync(id, cancellationToken) is { } existing) return existing;
        Dispatch dispatch = new() { Id = id, Release = release.Id, Version = release.Version, Kind = kind, CreatedAt = time.GetUtcNow() };
        await dispatches.AddAsync(dispatch, cancellationToken);
        LogStarted(id);
        return await dispatches.FindAsync(id, cancellationToken) ?? throw new InvalidOperationException($"Dispatch {id} vanished.");
    }

    /// <summary>
    /// Makes the release public, before anybody is planned: from this write on it can no longer be changed or taken back. A run that dies
    /// after it is followed by one that finds the time row still there and goes on.
    /// </summary>
    /// <returns>False when the release was changed in this very moment; the next run looks again.</returns>
    private async Task<bool> PublishAsync(ReleaseDocument document, CancellationToken cancellationToken)
    {
        var release = document.Release;
        await times.AddPublicAsync(release.Id, release.SendAt!.Value, cancellationToken);
        if (release is { State: ReleaseState.Dispatching, Waiting: null }) return true;
        var released = release with { State = ReleaseState.Dispatching, ReleasedAt = release.SendAt, Waiting = null };
        return await releases.ReplaceAsync(document.Row, released, cancellationToken) is WriteResult.Done;
    }

    private async Task SayWaitingAsync(ReleaseDocument document, string reason, CancellationToken cancellationToken)
    {
        if (document.Release.Waiting == reason) return;
        await releases.ReplaceAsync(document.Row, document.Release with { Waiting = reason }, cancellationToken);
        LogWaiting(document.Release.Id, reason);
    }

    [LoggerMessage(LogLevel.Information, "Dispatch {Dispatch} started")]
    private partial void LogStarted(string dispatch);

    [LoggerMessage(LogLevel.Warning, "Release {Release} waits: {Reason}")]
    private partial void LogWaiting(string release, string reason);
}
