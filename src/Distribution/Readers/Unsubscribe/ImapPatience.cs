namespace Distribution.Readers.Unsubscribe;

/// <summary>How long an IMAP server may take for a step of the conversation.</summary>
internal static class ImapPatience
{
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    public static async Task<T> WithinAsync<T>(
        TimeProvider clock, Func<CancellationToken, Task<T>> step, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(Longest, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        try
        {
            return await step(either.Token);
        }
        catch (Exception) when (timeout.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            // Whatever it is that MailKit makes of a cancellation, such as a failed handshake.
            throw new TimeoutException($"The mailbox did not answer within {Longest.TotalSeconds} seconds.");
        }
    }
}
