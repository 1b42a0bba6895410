namespace Distribution.Mail.SendRates;

/// <summary>A run's permit to send.</summary>
/// <param name="Owner">The run.</param>
/// <param name="Mails">How many mails it may begin, or has begun once it has ended.</param>
/// <param name="Until">When the last of them may begin, or when it ended.</param>
/// <param name="PerSecond">Most of them in any second; 0 where there is no such limit.</param>
/// <param name="Ended">Whether the run has said that it sends no more.</param>
public sealed record SendGrant(string Owner, int Mails, DateTimeOffset Until, int PerSecond, bool Ended = false)
{
    /// <summary>The least time from one of its mails to the next.</summary>
    public TimeSpan Apart => PerSecond == 0 ? TimeSpan.Zero : TimeSpan.FromTicks((TimeSpan.TicksPerSecond + PerSecond - 1) / PerSecond);
}
