namespace Distribution.Mail.Smtp;

/// <summary>
/// The relay's bytes, with a limit to how long each read and write may take. Writes leave in one piece when they are flushed: a mail
/// is one call of the system, and wakes the relay once.
/// </summary>
internal sealed class PatientStream(Stream inner, TimeProvider clock) : Stream
{
    private const int OutputBytes = 16 * 1024;

    private readonly byte[] output = new byte[OutputBytes];
    private CancellationTokenSource alarm = new(Timeout.InfiniteTimeSpan, clock);
    private TimeSpan? patienceForAnswer;
    private int written;

    /// <summary>How long one read or write may take.</summary>
    public required TimeSpan Patience { get; set; }

    public override bool CanRead => true;

    public override bool CanWrite => true;

    public override bool CanSeek => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Waits this long instead until the next byte comes.</summary>
    public void AwaitAnswer(TimeSpan patience) => patienceForAnswer = patience;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        await SendAsync(cancellationToken);
        var patience = patienceForAnswer ?? Patience;
        using var registration = Listen(cancellationToken);
        try
        {
            var reading = inner.ReadAsync(buffer, alarm.Token);
            if (!reading.IsCompleted) alarm.CancelAfter(patience);
            var count = await reading;
            patienceForAnswer = null;
            return count;
        }
        catch (OperationCanceledException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw TooLate(patience);
        }
        finally
        {
            SilenceAlarm();
        }
    }

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (buffer.Length > OutputBytes - written) await SendAsync(cancellationToken);
        if (buffer.Length > OutputBytes)
        {
            await SendAsync(buffer, cancellationToken);
            return;
        }

        buffer.CopyTo(output.AsMemory(written));
        written += buffer.Length;
    }

    public override async Task FlushAsync(CancellationToken cancellationToken)
    {
        await SendAsync(cancellationToken);
        await inner.FlushAsync(cancellationToken);
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Flush() => throw new NotSupportedException("The relay is only spoken to asynchronously.");

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("The relay is only spoken to asynchronously.");

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException("The relay is only spoken to asynchronously.");

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
            alarm.Dispose();
        }

        base.Dispose(disposing);
    }

    private async ValueTask SendAsync(CancellationToken cancellationToken)
    {
        if (written == 0) return;
        var length = written;
        written = 0;
        await SendAsync(output.AsMemory(0, length), cancellationToken);
    }

    private async ValueTask SendAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        using var registration = Listen(cancellationToken);
        try
        {
            var sending = inner.WriteAsync(bytes, alarm.Token);
            if (!sending.IsCompleted) alarm.CancelAfter(Patience);
            await sending;
        }
        catch (OperationCanceledException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw TooLate(Patience);
        }
        finally
        {
            SilenceAlarm();
        }
    }

    private CancellationTokenRegistration Listen(CancellationToken cancellationToken) =>
        cancellationToken.UnsafeRegister(static alarm => ((CancellationTokenSource)alarm!).Cancel(), alarm);

    // One alarm serves all reads and writes; one that has rung is done with.
    private void SilenceAlarm()
    {
        alarm.CancelAfter(Timeout.InfiniteTimeSpan);
        if (!alarm.IsCancellationRequested) return;
        alarm.Dispose();
        alarm = new(Timeout.InfiniteTimeSpan, clock);
    }

    private static IOException TooLate(TimeSpan patience) => new($"no answer from the relay within {patience.TotalSeconds} seconds");
}
