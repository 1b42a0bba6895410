namespace Distribution.Mail.SendRates;

/// <summary>A run's request for a permit.</summary>
/// <param name="Owner">The run.</param>
/// <param name="Urgency">How urgent its mails are.</param>
/// <param name="Mails">How many it would send now.</param>
/// <param name="PerSecond">How many it would send in a second, where that is limited.</param>
public sealed record SendRequest(string Owner, Urgency Urgency, int Mails, int PerSecond)
{
    /// <summary>How many it has sent with the leave that it had before; it has none any more.</summary>
    public int Sent { get; init; }

    /// <summary>The slot it comes for, if it has one; it gives it up.</summary>
    public SendSlot? Slot { get; init; }
}
