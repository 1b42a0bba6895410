namespace Distribution.Server.Loops;

/// <summary>
/// Ends a loop's pause when this process itself has put a message on its queue. One that rings while nobody waits is heard by the next
/// wait.
/// </summary>
internal sealed class QueueBell
{
    private TaskCompletionSource rung = New();

    public void Ring() => Volatile.Read(ref rung).TrySetResult();

    /// <summary>Waits for the bell, but no longer than the pause.</summary>
    public async Task WaitAsync(TimeSpan pause, TimeProvider time, CancellationToken stoppingToken)
    {
        var current = Volatile.Read(ref rung);
        await current.Task.WaitAsync(pause, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (current.Task.IsCompleted) Volatile.Write(ref rung, New());
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
