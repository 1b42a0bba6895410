namespace Distribution.Mail.SendRates;

/// <summary>The slots that one run of the timer gives, on top of those that were given before; pure but for what it holds back.</summary>
public sealed class SlotPlan(SendRate sendRate, SendRateLimits limits)
{
    private readonly List<SendSlot> kept = [];
    private SendRate state = sendRate;

    /// <summary>A time for this number of mails; null when that is too far ahead.</summary>
    public SendSlot? Find(Urgency urgency, int mails, DateTimeOffset now) => SendSlots.Plan(state, limits, urgency, mails, now);

    /// <summary>The slot is taken.</summary>
    public void Keep(SendSlot slot)
    {
        if (!limits.AreSet) return;
        state = state.With(slot);
        kept.Add(slot);
    }

    public bool IsEmpty => kept.Count == 0;

    /// <summary>The state with what was kept, also when it has changed meanwhile.</summary>
    public SendRate Add(SendRate current) => kept.Aggregate(current, SendSlots.With);
}
