using Distribution.Audiences.Suppressions;
using Distribution.Mail.Smtp;
using Distribution.Platform.Security;

namespace Distribution.Mail.SendRates;

/// <summary>
/// One run's way through the limits: it is asked before each group and before each mail, and asks the shared row as seldom as it can. Where
/// there is no limit it only looks whether the relay is at rest.
/// </summary>
public sealed class SendPermit(SendRateStore sendRate, SendRateLimits limits, int share, Urgency urgency, SendSlot? slot, TimeProvider time)
{
    private readonly string owner = NewId.Random()[..12];

    private SendSlot? slot = slot;
    private SendGrant? grant;
    private long granted;
    private int sent;
    private TimeSpan apart;
    private long lastBegin;

    /// <summary>Why no more mails may go now; null while they may.</summary>
    public SendRateAnswer.Wait? Refusal { get; private set; }

    /// <summary>How many of this number of mails may be begun now; none when the run must hand the rest back.</summary>
    public async ValueTask<int> TakeAsync(int mails, CancellationToken cancellationToken)
    {
        if (!limits.AreSet) return await IsAtRestAsync(mails, cancellationToken) ? 0 : mails;
        while (Left == 0 && Refusal is null) await AskAsync(mails, cancellationToken);
        return Math.Min(mails, Left);
    }

    /// <summary>Lets the next of these mails begin, at its time; false when the run must hand them back.</summary>
    public async ValueTask<bool> BeginAsync(int mails, CancellationToken cancellationToken)
    {
        await KeepApartAsync(cancellationToken);
        if (await TakeAsync(mails, cancellationToken) == 0) return false;
        if (grant is not null) (sent, apart, lastBegin) = (sent + 1, grant.Apart, time.GetTimestamp());
        return true;
    }

    /// <summary>The relay asked us to slow down: nobody sends until it has rested.</summary>
    /// <param name="reply">The relay's answer; kept without addresses, for the status.</param>
    /// <returns>The end of the rest.</returns>
    public async Task<DateTimeOffset> RestAsync(SmtpReply reply) => await sendRate.ChangeAsync(
        state =>
        {
            var next = SendRateRule.Rest(state, Redaction.RedactAll(reply.ToString()), time.GetUtcNow());
            return (next, next.RestUntil!.Value);
        },
        CancellationToken.None);

    /// <summary>Gives back what the run has not used.</summary>
    public async Task EndAsync()
    {
        if (grant is not null) await sendRate.ChangeAsync(state => SendRateRule.End(state, owner, sent, time.GetUtcNow()), CancellationToken.None);
        grant = null;
    }

    private int Left => grant is null || time.GetElapsedTime(granted) >= SendRateRule.LongestGrant ? 0 : grant.Mails - sent;

    private async ValueTask<bool> IsAtRestAsync(int mails, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (await sendRate.RestUntilAsync(cancellationToken) is not { } end || end <= now) return false;
        Refusal = new(new(end, urgency, mails), IsKept: end - now < SendSlots.Ahead);
        return true;
    }

    private async Task AskAsync(int mails, CancellationToken cancellationToken)
    {
        // From before the question, so that this run stops before the others think it has.
        granted = time.GetTimestamp();
        var answer = await sendRate.ChangeAsync(
            state => SendRateRule.Take(state, limits, new(owner, urgency, mails, share) { Sent = sent, Slot = slot }, time.GetUtcNow()), cancellationToken);
        (grant, slot, sent) = (null, null, 0);
        switch (answer)
        {
            case SendRateAnswer.Go go:
                grant = go.Grant;
                break;
            case SendRateAnswer.Wait { IsKept: true, Slot: var soon } when soon.At - time.GetUtcNow() is var wait && wait <= SendRateRule.LongestWait:
                slot = soon;
                await Task.Delay(wait > TimeSpan.Zero ? wait : TimeSpan.Zero, time, cancellationToken);
                break;
            case SendRateAnswer.Wait refusal:
                Refusal = refusal;
                break;
        }
    }

    /// <summary>A limit per second is kept by the distance between a run's mails, also when it has fallen behind.</summary>
    private async Task KeepApartAsync(CancellationToken cancellationToken)
    {
        if (apart == TimeSpan.Zero) return;
        var wait = apart - time.GetElapsedTime(lastBegin);
        if (wait > TimeSpan.Zero) await Task.Delay(wait, time, cancellationToken);
    }
}
