using Distribution.Audiences.Subscriptions;
using Distribution.Dispatches.Ledger;
using Distribution.Dispatches.Steering;
using Distribution.Mail.Outcomes;
using Distribution.Mail.SendRates;
using Distribution.Mail.Smtp;
using Distribution.Platform.Telemetry;
using Microsoft.Extensions.Options;

namespace Distribution.Dispatches.Sending;

/// <summary>
/// Mails the due recipients of a batch in groups over one connection, each group recorded as in flight before its first byte.
/// </summary>
public sealed class SendGroups(
    SmtpTransport transport,
    PrepareMails prepareMails,
    ReadSendExclusions readSendExclusions,
    StopDispatch stopDispatch,
    CreateSendPermit createSendPermit,
    SendMail sendMail,
    HandBackBatch handBackBatch,
    IOptions<DispatchOptions> options,
    TimeProvider time)
{
    public async Task RunAsync(BatchRun run, Dispatch dispatch, CancellationToken cancellationToken)
    {
        var mails = await prepareMails.RunAsync(dispatch, cancellationToken);
        await mails.PrepareAsync(run.Recipients.Select(recipient => recipient.Language).Distinct(), cancellationToken);
        await using var connection = await transport.RentAsync(cancellationToken);
        var urgency = UrgencyRule.Get(dispatch.Kind);
        var sendPermit = createSendPermit.Run(urgency, new(run.Due, urgency, run.Open));
        SendResult? trouble = null;
        DateTimeOffset? rested = null;
        try
        {
            trouble = await SendAllAsync(run, dispatch, mails, connection, sendPermit, cancellationToken);
            if (trouble is SendResult.Deferred { Scope: DeferralScope.Rate }) rested = await handBackBatch.RestAsync(sendPermit, trouble);
        }
        finally
        {
            // Also when something has failed: what the server has accepted so far must be on record.
            await handBackBatch.RunAsync(run, trouble, rested, sendPermit.Refusal);
        }

        await sendPermit.EndAsync();
        if (trouble is SendResult.Stopped) await stopDispatch.RunAsync(dispatch.Id, trouble.Reply.ToString(), CancellationToken.None);
    }

    /// <summary>Sends group after group; answers what keeps the rest of the batch from going out, if anything does.</summary>
    private async Task<SendResult?> SendAllAsync(
        BatchRun run,
        Dispatch dispatch,
        DispatchMails mails,
        SmtpConnection connection,
        SendPermit sendPermit,
        CancellationToken cancellationToken)
    {
        while (!run.IsOver && !run.IsStopped && !cancellationToken.IsCancellationRequested)
        {
            SkipExcluded(run, mails, await readSendExclusions.RunAsync(dispatch.Id, dispatch.CreatedAt, cancellationToken));
            if (run.NextDue() is not { Count: > 0 } due) return null;
            var group = due.Take(Math.Min(options.Value.GroupSize, await sendPermit.TakeAsync(due.Count, cancellationToken))).ToList();
            if (group.Count == 0 || !await run.HandOverAsync(group)) return null;
            using var span = Tracing.Start("send group", dispatch.Id)?.SetTag("distribution.mails", group.Count);
            if (await SendAsync(run, group, due.Count, dispatch, mails, connection, sendPermit, cancellationToken) is { } trouble)
                return trouble;
        }

        return null;
    }

    private void SkipExcluded(BatchRun run, DispatchMails mails, SendExclusions sendExclusions)
    {
        if (sendExclusions.IsNobody) return;
        for (var index = 0; index < run.Recipients.Count; index++)
        {
            if (run.Outcomes[index].IsFinal || !sendExclusions.Has(run.Recipients[index].Contact, mails.ListsOf(run.Recipients[index])))
                continue;
            run.Skip(index, run.Outcomes[index] with
            {
                State = OutcomeState.Skipped,
                At = time.GetUtcNow(),
                RetryAt = null,
                Words = OutcomeRules.LeftAfterPlanning
            });
        }
    }

    /// <summary>Sends to a group; answers what keeps the rest of the batch from going out, if anything does.</summary>
    private async Task<SendResult?> SendAsync(
        BatchRun run,
        IReadOnlyList<int> group,
        int due,
        Dispatch dispatch,
        DispatchMails mails,
        SmtpConnection connection,
        SendPermit sendPermit,
        CancellationToken cancellationToken)
    {
        foreach (var (position, index) in group.Index())
        {
            // First, since it may have to wait, and no mail begins with a lease that is nearly over.
            if (await sendPermit.TakeAsync(due - position, cancellationToken) == 0) return null;
            while (run.NeedsHeartbeat && await run.RenewAsync()) { }
            if (!await sendPermit.BeginAsync(due - position, cancellationToken)) return null;
            if (run.IsLost || run.IsOver || run.IsStopped || cancellationToken.IsCancellationRequested) return null;
            if (!run.Begin(index)) continue;
            if (await sendMail.RunAsync(run, index, dispatch, mails, connection) is { } trouble) return trouble;
        }

        return null;
    }
}
