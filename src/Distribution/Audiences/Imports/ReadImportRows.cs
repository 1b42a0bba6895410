using System.Runtime.CompilerServices;

namespace Distribution.Audiences.Imports;

/// <summary>Reads what becomes of the rows, in the order of the file: each part is in that order, and they are read side by side.</summary>
public sealed class ReadImportRows(ImportFiles files)
{
    public async IAsyncEnumerable<ImportRowResult> RunAsync(string import, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        List<IAsyncEnumerator<ImportRowResult>> parts = [];
        try
        {
            PriorityQueue<IAsyncEnumerator<ImportRowResult>, int> next = new();
            foreach (var part in ImportParts.All)
            {
                parts.Add(files.ResultsAsync(import, part, cancellationToken).GetAsyncEnumerator(cancellationToken));
                await AdvanceAsync(parts[^1], next);
            }

            while (next.TryDequeue(out var part, out _))
            {
                yield return part.Current;
                await AdvanceAsync(part, next);
            }
        }
        finally
        {
            foreach (var part in parts) await part.DisposeAsync();
        }
    }

    private static async Task AdvanceAsync(
        IAsyncEnumerator<ImportRowResult> part, PriorityQueue<IAsyncEnumerator<ImportRowResult>, int> next)
    {
        if (await part.MoveNextAsync()) next.Enqueue(part, part.Current.Row);
    }
}
