using Distribution.Platform.Storage;

namespace Distribution.Operations.Retention;

internal static class ExpiredRows
{
    /// <summary>Deletes rows, or only counts them. One that has changed since it was read stays and does not count.</summary>
    public static async Task<int> DeleteAsync<T>(
        this IAsyncEnumerable<Stored<T>> expired,
        bool onlyCount,
        Func<Stored<T>, CancellationToken, Task<WriteResult>> delete,
        CancellationToken cancellationToken)
    {
        var count = 0;
        await foreach (var row in expired.WithCancellation(cancellationToken))
        {
            if (onlyCount || await delete(row, cancellationToken) is WriteResult.Done) count++;
        }

        return count;
    }
}
