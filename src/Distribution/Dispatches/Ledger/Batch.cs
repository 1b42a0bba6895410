using Distribution.Mail.Outcomes;

namespace Distribution.Dispatches.Ledger;

/// <summary>Up to 100 recipients of a dispatch with the outcome of each: the unit of queueing, of work and of storage.</summary>
public sealed record Batch
{
    public const int MostRecipients = 100;

    public required BatchKey Key { get; init; }

    /// <summary>Sorted by contact id; never changes.</summary>
    public required IReadOnlyList<Recipient> Recipients { get; init; }

    /// <summary>One for each recipient, in the same order.</summary>
    public required IReadOnlyList<Outcome> Outcomes { get; init; }

    /// <summary>Not to be touched before.</summary>
    public required DateTimeOffset Due { get; init; }

    /// <summary>When its last message was to appear on the queue.</summary>
    public required DateTimeOffset QueuedAt { get; init; }

    /// <summary>The dispatch was paused or cancelled: no run takes it, and the one that has it hands it back.</summary>
    public bool Stop { get; init; }

    /// <summary>The run that works on it.</summary>
    public string? Owner { get; init; }

    /// <summary>Until when no other run touches it.</summary>
    public DateTimeOffset? LeaseUntil { get; init; }

    /// <summary>Since when the relay has taken none of its mails because it takes nobody's; null while it does.</summary>
    public DateTimeOffset? AwaySince { get; init; }

    /// <summary>Number of the owner's last write, so that a write whose answer was lost is known again.</summary>
    public int Write { get; init; }

    public bool IsDone => Outcomes.All(outcome => outcome.IsFinal);

    /// <summary>Whether its last message was to appear once it was due and free; else nobody will come for it by themselves.</summary>
    public bool IsQueued => QueuedAt >= Due && !(QueuedAt < LeaseUntil);

    public bool IsLeased(DateTimeOffset now) => LeaseUntil > now;

    /// <summary>The place of a contact among the recipients; null when they are not one.</summary>
    public int? IndexOf(string contact)
    {
        for (var index = 0; index < Recipients.Count; index++)
        {
            if (Recipients[index].Contact == contact) return index;
        }

        return null;
    }

    /// <summary>When the first of its open recipients may be mailed.</summary>
    public DateTimeOffset NextDue(DateTimeOffset now) =>
        Outcomes.Where(outcome => !outcome.IsFinal).Select(outcome => outcome.RetryAt ?? now).DefaultIfEmpty(now).Min();
}
