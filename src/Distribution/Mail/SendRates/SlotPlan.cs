namespace Distribution.Mail.SendRates;

/// <summary>The slots that one run of the timer gives, on top of those that were given before; pure but for what it holds back.</summary>
public sealed class SlotPlan(Pace pace, PaceLimits limits)
{
    private readonly List<PaceSlot> kept = [];
    private Pace state = pace;

    /// <summary>A time for so many mails; null when that is too far ahead.</summary>
    public PaceSlot? Find(Urgency urgency, int mails, DateTimeOffset now) => PaceSlots.Plan(state, limits, urgency, mails, now);

    /// <summary>The slot is taken.</summary>
    public void Keep(PaceSlot slot)
    {
        if (!limits.AreSet) return;
        state = state.With(slot);
        kept.Add(slot);
    }

    public bool IsEmpty => kept.Count == 0;

    /// <summary>The state with what was kept, also when it has changed meanwhile.</summary>
    public Pace Add(Pace current) => kept.Aggregate(current, PaceSlots.With);
}
