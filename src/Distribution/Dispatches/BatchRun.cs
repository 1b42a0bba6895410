using Azure;
using Distribution.Security;
using Distribution.Storage;

namespace Distribution.Dispatches;

/// <summary>
/// One run's hold on one batch: the lease, the outcomes so far, and the writes. The write that records a group's outcomes also marks the
/// next group as handed over, before its first byte is sent.
/// </summary>
public sealed class BatchRun
{
    private readonly BatchStore store;
    private readonly DispatchOptions options;
    private readonly TimeProvider time;
    private readonly string owner = NewId.Random()[..12];
    private readonly long started;
    private readonly Outcome[] outcomes;
    private readonly Dictionary<int, Outcome> before = [];
    private Batch batch;
    private ETag version;
    private long lastWrite;
    private int writes;

    public BatchRun(BatchStore store, Batch batch, ETag version, DispatchOptions options, TimeProvider time)
    {
        (this.store, this.batch, this.version, this.options, this.time) = (store, batch, version, options, time);
        started = lastWrite = time.GetTimestamp();
        outcomes = [.. batch.Outcomes.Select(outcome => OutcomeRules.AfterCrash(outcome, time.GetUtcNow(), options))];
    }

    public IReadOnlyList<Recipient> Recipients => batch.Recipients;

    public IReadOnlyList<Outcome> Outcomes => outcomes;

    /// <summary>Whether another run has taken the batch over; this one sends no more.</summary>
    public bool IsLost { get; private set; }

    /// <summary>Whether the dispatch was paused or cancelled meanwhile; this run sends no more and hands the batch back.</summary>
    public bool IsStopped => batch.Stop;

    /// <summary>Whether the run has lasted long enough and hands the rest back.</summary>
    public bool IsOver => time.GetElapsedTime(started) >= options.LongestRun;

    /// <summary>Whether it is time to renew the lease: a third of it has gone.</summary>
    public bool NeedsHeartbeat => time.GetElapsedTime(lastWrite) >= Heartbeat;

    public TimeSpan Heartbeat => options.Lease / 3;

    /// <summary>The next recipients to mail, at most a group; none when the rest must wait.</summary>
    public IReadOnlyList<int> NextGroup()
    {
        var now = time.GetUtcNow();
        return [.. Enumerable.Range(0, outcomes.Length).Where(index => outcomes[index].IsDue(now)).Take(options.GroupSize)];
    }

    /// <summary>Takes the batch, or keeps it, and records that the group is in flight.</summary>
    /// <returns>False when another run has the batch: nothing may be sent.</returns>
    public async Task<bool> HandOverAsync(IReadOnlyList<int> group)
    {
        var now = time.GetUtcNow();
        before.Clear();
        foreach (var index in group)
        {
            before[index] = outcomes[index];
            outcomes[index] = OutcomeRules.HandOver(outcomes[index], now);
        }

        return await WriteAsync(Kept);
    }

    /// <summary>Remembers what became of a recipient; the next write records it.</summary>
    public void Record(int index, Outcome outcome) => outcomes[index] = outcome;

    /// <summary>The outcome as it was before the group was handed over, for recipients whose mail was not tried after all.</summary>
    public Outcome Before(int index) => before[index];

    /// <summary>Renews the lease and records the outcomes so far.</summary>
    public Task<bool> RenewAsync() => WriteAsync(Kept);

    /// <summary>Gives the batch back with the time it is due again, not before <paramref name="earliest"/>.</summary>
    public Task<bool> HandBackAsync(DateTimeOffset earliest) => WriteAsync(current =>
    {
        var due = current.IsDone ? current.Due : current.NextDue(time.GetUtcNow());
        return current with { LeaseUntil = null, Due = due > earliest ? due : earliest };
    });

    public bool IsDone => outcomes.All(outcome => outcome.IsFinal);

    private Batch Kept(Batch current) => current with { LeaseUntil = time.GetUtcNow() + options.Lease };

    private async Task<bool> WriteAsync(Func<Batch, Batch> shape)
    {
        if (IsLost) return false;
        var claiming = writes == 0;
        writes++;
        while (true)
        {
            var asked = time.GetTimestamp();
            var next = shape(batch with { Outcomes = [.. outcomes], Owner = owner, Write = writes });
            // What a mail server has accepted is recorded whatever else happens: no cancellation here.
            if (await store.WriteAsync(next, version, CancellationToken.None) is WriteResult.Done done)
            {
                (batch, version, lastWrite) = (next, done.ETag, asked);
                return true;
            }

            if (await AdoptAsync(claiming)) return true;
            if (IsLost) return false;
        }
    }

    /// <summary>The row has changed: by my own write whose answer was lost, by someone who left a note, or by a run that took the batch over.</summary>
    /// <returns>True when it was my own write; else the caller writes again unless the batch is lost.</returns>
    private async Task<bool> AdoptAsync(bool claiming)
    {
        var (stored, etag) = await store.FindAsync(batch.Key, CancellationToken.None)
            ?? throw new InvalidOperationException($"Batch {batch.Key} vanished while it was sent.");
        (version, batch) = (etag, stored);
        if (stored.Owner == owner && stored.Write == writes) return true;
        if (claiming || stored.Owner != owner) IsLost = true;
        if (claiming) return false;
        for (var index = 0; index < outcomes.Length; index++) outcomes[index] = OutcomeRules.Merge(outcomes[index], stored.Outcomes[index]);
        if (IsLost) await LeaveOutcomesAsync();
        return false;
    }

    /// <summary>Another run has the batch: it must learn what the server told this one, and keeps its lease.</summary>
    private async Task LeaveOutcomesAsync()
    {
        while (await store.WriteAsync(batch with { Outcomes = [.. outcomes] }, version, CancellationToken.None) is not WriteResult.Done)
        {
            (batch, version) = await store.FindAsync(batch.Key, CancellationToken.None)
                ?? throw new InvalidOperationException($"Batch {batch.Key} vanished while it was sent.");
            for (var index = 0; index < outcomes.Length; index++) outcomes[index] = OutcomeRules.Merge(outcomes[index], batch.Outcomes[index]);
        }
    }
}
