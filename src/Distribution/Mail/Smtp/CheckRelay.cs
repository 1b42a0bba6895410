namespace Distribution.Mail.Smtp;

/// <summary>Tries the relay without sending anything.</summary>
public sealed class CheckRelay(SmtpTransport transport, TimeProvider clock)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Connects and logs in; returns why that failed, or null.</summary>
    public async Task<string?> RunAsync(CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        await using var link = transport.NewLink(international: false);
        try
        {
            return (await link.OpenAsync(either.Token))?.Reply.Words;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return $"no answer within {Patience.TotalSeconds} seconds";
        }
    }
}
