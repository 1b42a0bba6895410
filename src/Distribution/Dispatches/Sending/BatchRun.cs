using Azure;
using Distribution.Dispatches.Ledger;
using Distribution.Mail.Outcomes;
using Distribution.Mail.Smtp;
using Distribution.Platform.Security;
using Distribution.Platform.Storage;

namespace Distribution.Dispatches.Sending;

/// <summary>
/// One run's hold on one batch: the lease, the outcomes so far, and the writes. The write that records a group's outcomes also marks the
/// next group as handed over, before its first byte is sent.
/// </summary>
public sealed class BatchRun
{
    /// <summary>How long a run waits before it asks a storage that is away once more; it doubles up to the longest.</summary>
    private static readonly TimeSpan AskAgain = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    private readonly BatchStore store;
    private readonly DispatchOptions options;
    private readonly TimeProvider time;
    private readonly string owner = NewId.Random()[..12];
    private readonly long started;
    private readonly Outcome[] outcomes;
    private readonly Dictionary<int, Outcome> before = [];

    /// <summary>Handed over, and their mail not begun.</summary>
    private readonly HashSet<int> waiting = [];

    /// <summary>Recipients with an answer of the mail server that no write has recorded yet.</summary>
    private readonly HashSet<int> answered = [];

    private Batch batch;
    private ETag version;
    private long lastWrite;
    private int writes;
    private bool isMine;

    /// <summary>
    /// The time when the storage went away; null while it answers. After a write was given up, later writes do not wait as long again.
    /// </summary>
    private long? awaySince;

    /// <summary>The batch was done, by somebody else, before this run's next write.</summary>
    private bool isLate;

    public BatchRun(BatchStore store, Batch batch, ETag version, DispatchOptions options, TimeProvider time)
    {
        (this.store, this.batch, this.version, this.options, this.time) = (store, batch, version, options, time);
        started = lastWrite = time.GetTimestamp();
        outcomes = [.. batch.Outcomes.Select(outcome => OutcomeRules.AfterCrash(outcome, time.GetUtcNow(), options))];
    }

    public IReadOnlyList<Recipient> Recipients => batch.Recipients;

    public IReadOnlyList<Outcome> Outcomes => outcomes;

    /// <summary>Whether the relay has taken a mail of this run.</summary>
    public bool TookAny { get; private set; }

    /// <summary>When the run got the batch; null when it did not.</summary>
    public DateTimeOffset? ClaimedAt { get; private set; }

    /// <summary>Whether another run has taken the batch over; this one sends no more.</summary>
    public bool IsLost { get; private set; }

    /// <summary>Whether the dispatch was paused or cancelled meanwhile; this run sends no more and hands the batch back.</summary>
    public bool IsStopped => batch.Stop;

    /// <summary>Whether the run has lasted long enough and hands the rest back.</summary>
    public bool IsOver => time.GetElapsedTime(started) >= options.MaxRunDuration;

    /// <summary>Whether it is time to renew the lease: a third of it has gone.</summary>
    public bool NeedsHeartbeat => time.GetElapsedTime(lastWrite) >= Heartbeat;

    public TimeSpan Heartbeat => options.Lease / 3;

    public BatchKey Key => batch.Key;

    /// <summary>When the batch is due, as last written.</summary>
    public DateTimeOffset Due => batch.Due;

    /// <summary>How many recipients have no outcome yet.</summary>
    public int Open => outcomes.Count(outcome => !outcome.IsFinal);

    /// <summary>The recipients to mail next; none when the rest must wait.</summary>
    public IReadOnlyList<int> NextDue()
    {
        var now = time.GetUtcNow();
        return [.. Enumerable.Range(0, outcomes.Length).Where(index => outcomes[index].IsDue(now))];
    }

    /// <summary>Takes the batch, or keeps it, and records that the group is in flight.</summary>
    /// <returns>False when another run has the batch: nothing may be sent.</returns>
    public async Task<bool> HandOverAsync(IReadOnlyList<int> group)
    {
        var now = time.GetUtcNow();
        foreach (var index in group)
        {
            before[index] = outcomes[index];
            outcomes[index] = OutcomeRules.HandOver(outcomes[index], now);
        }

        waiting.UnionWith(group);
        return await WriteAsync(Kept);
    }

    /// <summary>
    /// Whether a recipient's mail may begin: the attempt it was handed over for, unless another run has written an outcome meanwhile.
    /// </summary>
    public bool Begin(int index) => waiting.Remove(index) && outcomes[index].State == OutcomeState.Handed;

    /// <summary>Keeps the outcome of a recipient; the next write records it. An answer that another run has written is kept.</summary>
    public void Record(int index, Outcome outcome)
    {
        outcomes[index] = outcomes[index].IsFinal ? OutcomeRules.Merge(outcome, outcomes[index]) : outcome;
        answered.Add(index);
        TookAny |= outcome.State == OutcomeState.Accepted;
    }

    /// <summary>The recipient is not mailed any more; the next write records it.</summary>
    public void Skip(int index, Outcome outcome) => outcomes[index] = outcome;

    /// <summary>The mail cannot be written: it was never handed over, and will not be.</summary>
    public void Fail(int index, string reason) =>
        Record(index, before[index] with { State = OutcomeState.Failed, At = time.GetUtcNow(), Words = ServerWords.Cut(reason) });

    /// <summary>
    /// The attempt did not take place: the outcome is as it was before the group was handed over, with what the server said.
    /// </summary>
    public void TakeBack(int index, SendResult result) => outcomes[index] = OutcomeRules.TakeBack(before[index], result);

    /// <summary>
    /// The relay took no more just when it was this recipient's turn: nothing is held against them, but others come first next time.
    /// </summary>
    public void PutOff(int index, SendResult result, DateTimeOffset planned, double jitter) =>
        outcomes[index] = OutcomeRules.PutOff(before[index], result, planned, time.GetUtcNow(), jitter, options);

    /// <summary>The recipients that the refusal really concerns.</summary>
    public SendResult Narrow(int index, SendResult result) =>
        result is SendResult.Deferred deferred ? OutcomeRules.Narrow(deferred, before[index], TookAny) : result;

    /// <summary>Renews the lease and records the outcomes so far.</summary>
    public Task<bool> RenewAsync() => WriteAsync(Kept);

    /// <summary>
    /// Gives the batch back with the time it is due again, not before <paramref name="earliest"/>; whose mail was not begun is as before.
    /// </summary>
    /// <param name="earliest">The earliest time.</param>
    /// <param name="queued">Whether the caller queues it for that time; else the timer does.</param>
    /// <param name="away">The relay's answer, if it takes nothing from anybody; when that has lasted too long, all give up.</param>
    public Task<bool> HandBackAsync(DateTimeOffset earliest, bool queued, SmtpReply? away)
    {
        foreach (var index in waiting.Where(index => outcomes[index].State == OutcomeState.Handed)) outcomes[index] = before[index];
        waiting.Clear();
        var now = time.GetUtcNow();
        DateTimeOffset? awaySince = away is null ? null : TookAny ? now : batch.AwaySince ?? now;
        if (now - awaySince >= options.MaxRetryAge)
        {
            for (var index = 0; index < outcomes.Length; index++) outcomes[index] = OutcomeRules.GiveUp(outcomes[index], away!, now);
        }

        return WriteAsync(current =>
        {
            var due = current.IsDone ? current.Due : current.NextDue(time.GetUtcNow());
            var next = current with { LeaseUntil = null, Due = due > earliest ? due : earliest, AwaySince = awaySince };
            return queued ? next with { QueuedAt = next.Due } : next;
        });
    }

    public bool IsDone => outcomes.All(outcome => outcome.IsFinal);

    private Batch Kept(Batch current) => current with { LeaseUntil = time.GetUtcNow() + options.Lease };

    /// <summary>
    /// Writes until it is written or the batch is lost. While storage is away a batch that is held is written again and again: nobody else
    /// knows what the mail server has accepted, and who has no record is mailed twice.
    /// </summary>
    private async Task<bool> WriteAsync(Func<Batch, Batch> shape)
    {
        writes++;
        for (var pause = AskAgain; ; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            try
            {
                if (!IsLost && await AttemptAsync(shape))
                {
                    awaySince = null;
                    ClaimedAt ??= time.GetUtcNow();
                    return true;
                }

                if (!IsLost) continue;
                await RecordLateAnswersAsync();
                return false;
            }
            catch (Exception failure) when (isMine && StorageOutage.Is(failure) && MayGoOn())
            {
                await Task.Delay(pause, time, CancellationToken.None);
            }
        }
    }

    private bool MayGoOn() => time.GetElapsedTime(awaySince ??= time.GetTimestamp()) < options.MaxStorageOutage;

    private async Task<bool> AttemptAsync(Func<Batch, Batch> shape)
    {
        var asked = time.GetTimestamp();
        var next = shape(batch with { Outcomes = [.. outcomes], Owner = owner, Write = writes });
        // An answer "accepted" is recorded whatever else happens: no cancellation here.
        if (await store.WriteAsync(next, version, CancellationToken.None) is not WriteResult.Done done) return await AdoptAsync();
        (batch, version, lastWrite, isMine) = (next, done.ETag, asked, true);
        answered.Clear();
        if (isLate) await store.LookAgainAsync(batch.Key, CancellationToken.None);
        isLate = false;
        return true;
    }

    /// <summary>
    /// The row has changed: by my own write whose answer was lost, by someone who left a note, or by a run that took the batch over.
    /// </summary>
    /// <returns>True when it was my own write; else the caller writes again unless the batch is lost.</returns>
    private async Task<bool> AdoptAsync()
    {
        (batch, version) = await FindAsync();
        IsLost = batch.Owner != owner;
        if (IsLost && !isMine) answered.Clear();
        if (IsLost) return false;
        isMine = true;
        for (var index = 0; index < outcomes.Length; index++)
        {
            // A recipient still planned or in flight there comes from an earlier write of mine.
            if (batch.Outcomes[index].State is OutcomeState.Planned or OutcomeState.Handed) continue;
            outcomes[index] = OutcomeRules.Merge(outcomes[index], batch.Outcomes[index]);
        }

        if (batch.Write == writes)
        {
            answered.Clear();
            return true;
        }

        isLate = batch.IsDone;
        if (isLate) await store.LookAgainAsync(batch.Key, CancellationToken.None);
        return false;
    }

    /// <summary>
    /// Another run has the batch and keeps its lease: it must learn the server's answers to this one, and nothing else. Recipients that
    /// this one only
    /// meant to mail are the other's.
    /// </summary>
    private async Task RecordLateAnswersAsync()
    {
        while (answered.Count > 0)
        {
            var (stored, etag) = await FindAsync();
            // Of two answers that weigh the same the recorded one stays: it may be proven already.
            Outcome[] merged = [.. stored.Outcomes.Select(
                (outcome, index) => answered.Contains(index) ? OutcomeRules.Merge(outcome, outcomes[index]) : outcome)];
            if (merged.SequenceEqual(stored.Outcomes)) return;
            if (stored.IsDone) await store.LookAgainAsync(stored.Key, CancellationToken.None);
            if (await store.WriteAsync(stored with { Outcomes = merged }, etag, CancellationToken.None) is not WriteResult.Done) continue;
            answered.Clear();
            if (stored.IsDone) await store.LookAgainAsync(stored.Key, CancellationToken.None);
        }
    }

    private async Task<(Batch Batch, ETag ETag)> FindAsync() =>
        await store.FindAsync(batch.Key, CancellationToken.None)
            ?? throw new InvalidOperationException($"Batch {batch.Key} vanished while it was sent.");
}
