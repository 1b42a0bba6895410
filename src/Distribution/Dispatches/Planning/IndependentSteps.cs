using System.Collections.Concurrent;

namespace Distribution.Dispatches.Planning;

/// <summary>A boundary within a job: one release that cannot go out must not keep the others from going out.</summary>
internal sealed class IndependentSteps(CancellationToken cancellationToken)
{
    private readonly ConcurrentQueue<Exception> failures = [];

    public async Task TryAsync(Func<Task> step)
    {
        try
        {
            await step();
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            failures.Enqueue(failure);
        }
    }

    public void ThrowIfAnyFailed()
    {
        if (!failures.IsEmpty) throw new AggregateException(failures);
    }
}
