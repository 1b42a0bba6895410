using Distribution.Platform.Storage;

namespace Distribution.Mail.SendRates;

/// <summary>
/// The one row by which all instances keep the send rate. Each instance remembers it as it last saw it, so that most changes need no read.
/// </summary>
public sealed class SendRateStore(Tables tables, TimeProvider time) : IDisposable
{
    private const string Key = "send-rate";

    /// <summary>How old the row may be for those who only ask whether the relay is at rest.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(5);

    private readonly Rows<SendRate> rows = new(tables[Tables.SendRates]);
    private readonly SemaphoreSlim turnstile = new(1);
    private volatile Seen? seen;

    /// <summary>Changes the row by a rule, whatever else is written to it at the same time.</summary>
    public async Task<T> ChangeAsync<T>(Func<SendRate, (SendRate SendRate, T Answer)> rule, CancellationToken cancellationToken)
    {
        await turnstile.WaitAsync(cancellationToken);
        try
        {
            while (true)
            {
                var read = (seen ?? await ReadAsync(cancellationToken)).Row;
                var (next, answer) = rule(read?.Value ?? SendRate.Empty);
                if (ReferenceEquals(next, read?.Value) || await WriteAsync(read, next, cancellationToken)) return answer;
                seen = null;
            }
        }
        finally
        {
            turnstile.Release();
        }
    }

    public Task ChangeAsync(Func<SendRate, SendRate> rule, CancellationToken cancellationToken) =>
        ChangeAsync(sendRate => (rule(sendRate), true), cancellationToken);

    /// <summary>The row as it is now.</summary>
    public async Task<SendRate> FindAsync(CancellationToken cancellationToken) => (await rows.FindAsync(Key, Key, cancellationToken))?.Value ?? SendRate.Empty;

    /// <summary>Until when the relay is at rest, as known a few seconds ago at most; what this instance has written it knows at once.</summary>
    public async ValueTask<DateTimeOffset?> RestUntilAsync(CancellationToken cancellationToken)
    {
        if (seen is { } last && IsFresh(last)) return last.Row?.Value.RestUntil;
        await turnstile.WaitAsync(cancellationToken);
        try
        {
            return (seen is { } now && IsFresh(now) ? now : await ReadAsync(cancellationToken)).Row?.Value.RestUntil;
        }
        finally
        {
            turnstile.Release();
        }
    }

    public void Dispose() => turnstile.Dispose();

    private bool IsFresh(Seen known) => time.GetElapsedTime(known.At) < Fresh;

    private async Task<Seen> ReadAsync(CancellationToken cancellationToken)
    {
        var asked = time.GetTimestamp();
        return seen = new(await rows.FindAsync(Key, Key, cancellationToken), asked);
    }

    private async Task<bool> WriteAsync(Stored<SendRate>? read, SendRate next, CancellationToken cancellationToken)
    {
        var asked = time.GetTimestamp();
        var result = read is null
            ? await rows.AddAsync(Key, Key, next, cancellationToken)
            : await rows.ReplaceAsync(read, next, cancellationToken);
        if (result is not WriteResult.Done done) return false;
        var row = Rows<SendRate>.NewRow(Key, Key, next);
        row.ETag = done.ETag;
        seen = new(new(next, row), asked);
        return true;
    }

    /// <summary>The row, if there is one, as it was at a moment of the monotonic clock.</summary>
    private sealed record Seen(Stored<SendRate>? Row, long At);
}
