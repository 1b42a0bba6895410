using Distribution.Dispatches.Ledger;
using Distribution.Dispatches.Records;
using Distribution.Mail.Outcomes;
using Distribution.Mail.Smtp;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using MimeKit;

namespace Distribution.Dispatches.Sending;

/// <summary>Mails one recipient of a batch and records what became of it.</summary>
public sealed partial class SendMail(
    DispatchMetrics metrics, IOptions<DispatchOptions> options, TimeProvider time, ILogger<SendMail> logger)
{
    /// <returns>The obstacle that keeps the rest of the batch from being sent, if there is one.</returns>
    public async Task<SendResult?> RunAsync(BatchRun run, int index, Dispatch dispatch, DispatchMails mails, SmtpConnection connection)
    {
        using var message = Write(run, index, mails);
        if (message is null) return null;
        var recipient = run.Recipients[index];
        var started = time.GetTimestamp();
        var result = run.Narrow(index, await KeepLeaseAsync(run, () => connection.SendAsync(
            message, mails.Sender, new MailboxAddress(recipient.Name, recipient.Address), CancellationToken.None)));
        // There is nobody to compare the only recipient with, and nobody else who would wait: a person decides.
        if (result is SendResult.Deferred { MayBeOurs: true } && dispatch.Planned == 1) result = new SendResult.Stopped(result.Reply);
        if (result is SendResult.Stopped or SendResult.Deferred { Scope: not DeferralScope.Recipient, HeardRecipient: false })
        {
            run.TakeBack(index, result);
            return result;
        }

        if (result is SendResult.Deferred { Scope: DeferralScope.Rate })
        {
            run.PutOff(index, result, dispatch.SealedAt!.Value, Random.Shared.NextDouble());
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
            while (!await EndsWithinAsync(sending, run.Heartbeat, time)) await run.RenewAsync();
        }
        finally
        {
            // The connection must not go to anybody else while a mail is on it.
            await ((Task)sending).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        return await sending;
    }

    // A delay that is left to itself would cost a timer of its own for each mail, long after it.
    internal static async Task<bool> EndsWithinAsync(Task sending, TimeSpan patience, TimeProvider time)
    {
        try
        {
            await sending.WaitAsync(patience, time, CancellationToken.None);
            return true;
        }
        catch (TimeoutException)
        {
            // It may have ended since the patience did: then its result counts, whatever this exception says.
            return sending.IsCompleted;
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
            run.Fail(index, failure.Message);
            return null;
        }
    }

    [LoggerMessage(LogLevel.Error, "The mail to contact {Contact} cannot be written")]
    private partial void LogFailed(string contact, Exception failure);
}
