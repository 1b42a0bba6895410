using Distribution.Audiences.Subscriptions;
using Distribution.Dispatches.Ledger;
using Distribution.Dispatches.Records;
using Distribution.Dispatches.Steering;
using Distribution.Mail.Outcomes;
using Distribution.Mail.SendRates;
using Distribution.Mail.Smtp;
using Distribution.Platform.Telemetry;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using MimeKit;

namespace Distribution.Dispatches.Sending;

/// <summary>Mails the due recipients of a batch in groups over one connection, each group recorded as in flight before its first byte.</summary>
public sealed partial class SendGroups(
    SmtpTransport transport,
    PrepareMails prepareMails,
    ReadSendExclusions readSendExclusions,
    StopDispatch stopDispatch,
    QueueBatches queueBatches,
    CreateSendPermit createSendPermit,
    DispatchMetrics metrics,
    IOptions<DispatchOptions> options,
    TimeProvider time,
    ILogger<SendGroups> logger)
{
    /// <summary>How long a batch rests when the relay as a whole is away.</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromMinutes(1);

    public async Task RunAsync(BatchRun run, Dispatch dispatch, CancellationToken cancellationToken)
    {
        var mails = await prepareMails.RunAsync(dispatch);
        await mails.PrepareAsync(run.Recipients.Select(recipient => recipient.Language).Distinct(), cancellationToken);
        await using var connection = await transport.RentAsync(cancellationToken);
        var urgency = UrgencyRule.Get(dispatch.Kind);
        var sendPermit = createSendPermit.Run(urgency, new(run.Due, urgency, run.Open));
        SendResult? trouble = null;
        DateTimeOffset? rested = null;
        try
        {
            trouble = await SendAllAsync(run, dispatch, mails, connection, sendPermit, cancellationToken);
            if (trouble is SendResult.Deferred { Scope: DeferralScope.Rate }) rested = await RestAsync(sendPermit, trouble);
        }
        finally
        {
            // Also when something has failed: what the server has accepted so far must be on record.
            await HandBackAsync(run, trouble, rested, sendPermit.Refusal);
        }

        await sendPermit.EndAsync();
        if (trouble is SendResult.Stopped) await stopDispatch.RunAsync(dispatch.Id, trouble.Reply.ToString(), CancellationToken.None);
    }

    private async Task<DateTimeOffset> RestAsync(SendPermit sendPermit, SendResult trouble)
    {
        var until = await sendPermit.RestAsync();
        LogRest(until, trouble.Reply);
        return until;
    }

    private async Task HandBackAsync(BatchRun run, SendResult? trouble, DateTimeOffset? rested, SendRateAnswer.Wait? refusal)
    {
        var now = time.GetUtcNow();
        if (trouble is not null || refusal is null)
        {
            await run.HandBackAsync(rested ?? (trouble is null ? now : now + Rest), queued: false);
            return;
        }

        // Too far ahead for a slot: the timer looks again, in order of urgency.
        await run.HandBackAsync(refusal.IsKept ? refusal.Slot.At : now + SendSlots.Ahead, refusal.IsKept);
        if (refusal.IsKept && !run.IsLost) await queueBatches.AgainAsync(run.Key, run.Due, CancellationToken.None);
    }

    /// <summary>Sends group after group; answers what keeps the rest of the batch from going out, if anything does.</summary>
    private async Task<SendResult?> SendAllAsync(
        BatchRun run, Dispatch dispatch, DispatchMails mails, SmtpConnection connection, SendPermit sendPermit, CancellationToken cancellationToken)
    {
        while (!run.IsOver && !run.IsStopped && !cancellationToken.IsCancellationRequested)
        {
            SkipExcluded(run, mails, await readSendExclusions.RunAsync(dispatch.Id, dispatch.CreatedAt, cancellationToken));
            if (run.NextDue() is not { Count: > 0 } due) return null;
            var group = due.Take(Math.Min(options.Value.GroupSize, await sendPermit.TakeAsync(due.Count, cancellationToken))).ToList();
            if (group.Count == 0 || !await run.HandOverAsync(group)) return null;
            using var span = Tracing.Start("send group", dispatch.Id)?.SetTag("distribution.mails", group.Count);
            if (await SendAsync(run, group, due.Count, dispatch, mails, connection, sendPermit, cancellationToken) is { } trouble) return trouble;
        }

        return null;
    }

    private void SkipExcluded(BatchRun run, DispatchMails mails, SendExclusions sendExclusions)
    {
        if (sendExclusions.IsNobody) return;
        for (var index = 0; index < run.Recipients.Count; index++)
        {
            if (run.Outcomes[index].IsFinal || !sendExclusions.Has(run.Recipients[index].Contact, mails.ListsOf(run.Recipients[index]))) continue;
            run.Skip(index, run.Outcomes[index] with { State = OutcomeState.Skipped, At = time.GetUtcNow(), RetryAt = null, Words = "Left after planning." });
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
            if (await SendAsync(run, index, dispatch, mails, connection) is { } trouble) return trouble;
        }

        return null;
    }

    private async Task<SendResult?> SendAsync(BatchRun run, int index, Dispatch dispatch, DispatchMails mails, SmtpConnection connection)
    {
        using var message = Write(run, index, mails);
        if (message is null) return null;
        var recipient = run.Recipients[index];
        var started = time.GetTimestamp();
        var result = run.Narrow(index, await KeepLeaseAsync(run, () => connection.SendAsync(
            message, mails.Sender, new MailboxAddress(recipient.Name, recipient.Address), CancellationToken.None)));
        // There is nobody to compare the only recipient with, and nobody else who would wait: a person looks.
        if (result is SendResult.Deferred { MayBeOurs: true } && dispatch.Planned == 1) result = new SendResult.Stopped(result.Reply);
        if (result is SendResult.Stopped or SendResult.Deferred { Scope: not DeferralScope.Recipient, HeardRecipient: false })
        {
            run.TakeBack(index, result);
            return result;
        }

        if (result is SendResult.Deferred { Scope: DeferralScope.Rate })
        {
            run.PutOff(index, result, Random.Shared.NextDouble());
            return result;
        }

        var outcome = OutcomeRules.After(
            run.Outcomes[index], result, dispatch.SealedAt!.Value, time.GetUtcNow(), Random.Shared.NextDouble(), options.Value);
        run.Record(index, outcome);
        metrics.Add(outcome.State, time.GetElapsedTime(started));
        return result is SendResult.Deferred { Scope: not DeferralScope.Recipient } ? result : null;
    }

    /// <summary>A relay may take minutes for one answer: the lease is renewed meanwhile.</summary>
    private async Task<SendResult> KeepLeaseAsync(BatchRun run, Func<Task<SendResult>> send)
    {
        var sending = send();
        try
        {
            while (!await EndsWithinAsync(sending, run.Heartbeat)) await run.RenewAsync();
        }
        finally
        {
            // The connection must not go to anybody else while a mail is on it.
            await ((Task)sending).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        return await sending;
    }

    // A delay that is left to itself would cost a timer of its own for each mail, long after it.
    private async Task<bool> EndsWithinAsync(Task sending, TimeSpan patience)
    {
        try
        {
            await sending.WaitAsync(patience, time, CancellationToken.None);
            return true;
        }
        catch (TimeoutException) when (!sending.IsCompleted)
        {
            return false;
        }
    }

    /// <summary>The mail for one recipient; one that cannot be written fails alone and does not hold up the others.</summary>
    private MimeMessage? Write(BatchRun run, int index, DispatchMails mails)
    {
        try
        {
            return mails.To(run.Recipients[index]);
        }
        catch (Exception failure) when (failure is FormatException or ParseException or ArgumentException)
        {
            LogFailed(run.Recipients[index].Contact, failure);
            run.Record(index, run.Outcomes[index] with { State = OutcomeState.Failed, At = time.GetUtcNow(), Words = ServerWords.Cut(failure.Message) });
            return null;
        }
    }

    [LoggerMessage(LogLevel.Warning, "The relay asks us to slow down; it is left alone until {Until}: {Reply}")]
    private partial void LogRest(DateTimeOffset until, SmtpReply reply);

    [LoggerMessage(LogLevel.Error, "The mail to contact {Contact} cannot be written")]
    private partial void LogFailed(string contact, Exception failure);
}
