using Distribution.Audiences.Merging;

namespace Distribution.Operations.Retention;

/// <summary>Deletes the personal data in merges that nobody can undo any more; the fact of the merge stays.</summary>
public sealed class ForgetMerges(MergeStore merges) : IRetentionRule
{
    public string Kind => "merges";

    public TimeSpan? Kept => UndoMerge.Possible;

    public async Task<int> RunAsync(DateTimeOffset before, bool onlyCount, CancellationToken cancellationToken)
    {
        var count = 0;
        await foreach (var merge in merges.KnownBeforeAsync(before, cancellationToken))
        {
            if (onlyCount ? MergeStore.MayForget(merge.Value) : await merges.ForgetAsync(merge, cancellationToken)) count++;
        }

        return count;
    }
}
