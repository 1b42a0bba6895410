namespace Distribution.Mail.SendRates;

/// <summary>The answer to a run's request.</summary>
public abstract record SendRateAnswer
{
    private SendRateAnswer() { }

    public sealed record Go(SendGrant Grant) : SendRateAnswer;

    /// <summary>Not now.</summary>
    /// <param name="Slot">When there is room for it.</param>
    /// <param name="IsKept">Whether that slot is its own now; else the time is too far ahead for one.</param>
    public sealed record Wait(SendSlot Slot, bool IsKept) : SendRateAnswer;
}
