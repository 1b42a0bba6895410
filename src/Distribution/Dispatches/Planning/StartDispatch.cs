using Distribution.Dispatches.Ledger;
using Distribution.Dispatches.Sending;
using Distribution.Mail.Outcomes;
using Distribution.Mail.Smtp;
using Distribution.Platform.Audit;
using Distribution.Platform.Storage;
using Distribution.Platform.Telemetry;
using Distribution.Publisher.Organisations;
using Distribution.Releases.Drafts;
using Distribution.Releases.Workflow;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Distribution.Dispatches.Planning;

/// <summary>
/// Takes a release whose time has come through planning to the queue. Every step is idempotent, by this timer or another.
/// </summary>
public sealed partial class StartDispatch(
    ReleaseStore releases,
    ReleaseTimeStore times,
    OrganisationStore organisations,
    DispatchStore dispatches,
    CommitTransition commitTransition,
    PlanDispatch planDispatch,
    QueueBatches queueBatches,
    IOptionsMonitor<MailOptions> mail,
    IOptions<DispatchOptions> options,
    TimeProvider time,
    ILogger<StartDispatch> logger)
{
    private const string NotApproved = "Its time came and nobody had approved it. Set a new time.";

    public async Task RunAsync(Stored<ReleaseTime> row, CancellationToken cancellationToken)
    {
        var recipients = RecipientsSwitch.Parse(mail.CurrentValue.Recipients);
        var document = await releases.FindAsync(row.Value.Release, cancellationToken);
        switch (StartRule.Decide(row.Value, document?.Release, document?.Missing ?? [], recipients, time.GetUtcNow(), options.Value.MaxStartDelay))
        {
            case StartRule.Drop:
                await times.RemoveDueAsync(row, cancellationToken);
                break;
            case StartRule.Wait wait:
                await SayWaitingAsync(document!, wait.Reason, cancellationToken, wait.IsNews);
                break;
            case StartRule.Missed:
                await MissAsync(row, document!, cancellationToken);
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

        var version = document.Release.ReleasedVersion ?? document.Release.Version;
        using var span = Tracing.Start("start dispatch", Dispatch.IdOf(document.Release.Id, version, kind));
        if (kind == DispatchKind.Release && !await PublishAsync(document, cancellationToken)) return;
        var found = await dispatches.FindOrAddAsync(document.Release.Id, version, kind, time.GetUtcNow(), cancellationToken);
        var dispatch = await planDispatch.RunAsync(found, document, organisation.Value, recipients, cancellationToken);
        if (kind == DispatchKind.Release) await times.RemoveDueAsync(row, cancellationToken);
        else await SayWaitingAsync(document, Rehearsal(dispatch.Value), cancellationToken);
        if (found.Value.Plan is null) await queueBatches.AllAsync(dispatch.Value, cancellationToken);
    }

    /// <summary>Only of a rehearsal, whose planned mails are not sent ones.</summary>
    private static string Rehearsal(Dispatch dispatch) => dispatch.FinishedAt is null
        ? "Being rehearsed: Mail:Recipients names addresses. Set it to * to send to everybody."
        : $"Rehearsed: {dispatch.Outcomes.GetValueOrDefault(OutcomeState.Accepted)} of {dispatch.Planned} mails were accepted. Set Mail:Recipients to * to send to everybody.";

    /// <summary>
    /// Makes the release public, before anything is planned: from this write on it can no longer be changed or taken back. A run that dies
    /// after it is followed by one that finds the time row still there and continues.
    /// </summary>
    /// <returns>False when the release was changed in this very moment; the next run looks again.</returns>
    private async Task<bool> PublishAsync(ReleaseDocument document, CancellationToken cancellationToken)
    {
        var release = document.Release;
        var at = release.SendAt!.Value;
        await times.AddPublicAsync(release.Id, at, cancellationToken);
        // When those who wait for a translation have waited long enough.
        if (document.Promised.Any()) await times.AddDueTranslationAsync(release.Id, release.ReleasedVersion ?? release.Version, at.AddHours(release.WaitHours), cancellationToken);
        if (release is { State: ReleaseState.Dispatching, Waiting: null }) return true;
        var publishedAt = release.PublishedAt ?? time.GetUtcNow();
        await times.AddPublishedAsync(release.Id, publishedAt, cancellationToken);
        var released = release with
        {
            State = ReleaseState.Dispatching,
            ReleasedAt = at,
            PublishedAt = publishedAt,
            ReleasedVersion = release.ReleasedVersion ?? release.Version,
            Waiting = null,
        };
        var languages = string.Join(' ', document.Sendable.Select(text => text.Language));
        var step = ReleaseTransition.Create(TransitionKind.Dispatched, released, Actor.Program, time.GetUtcNow(), ("languages", languages), ("sendAt", at.ToString("o")));
        return await commitTransition.RunAsync(document.Row, released, step, cancellationToken);
    }

    private async Task SayWaitingAsync(ReleaseDocument document, string reason, CancellationToken cancellationToken, bool isNews = false)
    {
        if (document.Release.Waiting == reason) return;
        var waiting = document.Release with { Waiting = reason };
        if (isNews) await commitTransition.RunAsync(document.Row, waiting, Missed(waiting) with { Note = reason }, cancellationToken);
        else await releases.ReplaceAsync(document.Row, waiting, cancellationToken);
        LogWaiting(document.Release.Id, reason);
    }

    /// <summary>Nobody has approved it in time. An approval at this moment fails as changed, and is looked at again.</summary>
    private async Task MissAsync(Stored<ReleaseTime> row, ReleaseDocument document, CancellationToken cancellationToken)
    {
        var missed = document.Release with { Waiting = NotApproved };
        if (!await commitTransition.RunAsync(document.Row, missed, Missed(missed), cancellationToken)) return;
        await times.RemoveDueAsync(row, cancellationToken);
        LogWaiting(document.Release.Id, NotApproved);
    }

    private ReleaseTransition Missed(Release release) =>
        ReleaseTransition.Create(TransitionKind.Missed, release, Actor.Program, time.GetUtcNow(), ("sendAt", release.SendAt?.ToString("u")));

    [LoggerMessage(LogLevel.Warning, "Release {Release} waits: {Reason}")]
    private partial void LogWaiting(string release, string reason);
}
