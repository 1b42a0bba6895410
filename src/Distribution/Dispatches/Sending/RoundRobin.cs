using System.Runtime.CompilerServices;

namespace Distribution.Dispatches.Sending;

/// <summary>One of each in turn, until none has any more.</summary>
internal static class RoundRobin
{
    public static async IAsyncEnumerable<T> MergeAsync<T>(
        IEnumerable<IAsyncEnumerable<T>> sources, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Queue<IAsyncEnumerator<T>> open = new(sources.Select(source => source.GetAsyncEnumerator(cancellationToken)));
        try
        {
            while (open.TryPeek(out var next))
            {
                var more = await next.MoveNextAsync();
                if (more) yield return next.Current;
                open.Dequeue();
                if (more) open.Enqueue(next);
                else await next.DisposeAsync();
            }
        }
        finally
        {
            foreach (var left in open) await left.DisposeAsync();
        }
    }
}
