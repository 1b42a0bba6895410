using Distribution.Contacts.Contacts;
using Distribution.Platform.Audit;
using Distribution.Platform.Storage;

namespace Distribution.Audiences.Merging;

/// <summary>Makes two contacts of one again, for 30 days and the last merge first; idempotent. Once begun it is completed.</summary>
public sealed class UndoMerge(MergeStore merges, ContactStore contacts, FinishMerge finishMerge, CompleteMerge completeMerge, TimeProvider clock)
{
    /// <summary>The time for which a merge can be undone. After it housekeeping deletes the personal data.</summary>
    public static readonly TimeSpan Possible = TimeSpan.FromDays(30);

    /// <summary>So often it is looked again after somebody else was there first.</summary>
    private const int Attempts = 5;

    public async Task<UndoMergeResult> RunAsync(string id, Actor by, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (await merges.FindAsync(id, cancellationToken) is not { } merge) return new UndoMergeResult.Missing();
            if (merge.Value.State == MergeState.Undone) return new UndoMergeResult.Undone(merge);
            if (merge.Value.State == MergeState.Done && await RefusalAsync(merge.Value, cancellationToken) is { } refusal) return refusal;
            if (merge.Value.State != MergeState.Done)
            {
                await finishMerge.RunAsync(id, CancellationToken.None);
                if (merge.Value.State == MergeState.Undoing) return await UndoneAsync(id);
            }
            else if (await completeMerge.RunAsync(id, () => BeginAsync(merge, by), cancellationToken))
            {
                return await UndoneAsync(id);
            }
            else
            {
                await completeMerge.HelpAsync([merge.Value.Kept, merge.Value.Other], cancellationToken);
            }
        }

        return new UndoMergeResult.Busy();
    }

    private async Task<UndoMergeResult> UndoneAsync(string id) =>
        new UndoMergeResult.Undone((await merges.FindAsync(id, CancellationToken.None))!);

    private async Task<UndoMergeResult?> RefusalAsync(Merge merge, CancellationToken cancellationToken)
    {
        if (clock.GetUtcNow() - merge.At > Possible) return new UndoMergeResult.TooLate();
        if (merge.IsForgotten) return new UndoMergeResult.Removed();
        if (await LaterAsync(merge, cancellationToken) is { } later) return new UndoMergeResult.NotTheLast(later);
        return await contacts.FindAsync(merge.Kept, cancellationToken) is null ? new UndoMergeResult.Removed() : null;
    }

    /// <summary>Id of the last merge with the contact that stayed, if it came later than this one.</summary>
    private async Task<string?> LaterAsync(Merge merge, CancellationToken cancellationToken)
    {
        if (await contacts.SuccessorAsync(merge.Kept, cancellationToken) is { } successor
            && await LastAsync(successor, into => into.Other == merge.Kept, cancellationToken) is { } above) return above;
        return await LastAsync(merge.Kept, _ => true, cancellationToken) is { } last && last != merge.Id ? last : null;
    }

    private async Task<string?> LastAsync(string kept, Func<Merge, bool> match, CancellationToken cancellationToken) =>
        (await merges.IntoAsync(kept, cancellationToken)).Select(merge => merge.Value).FirstOrDefault(merge => merge.State != MergeState.Undone && match(merge))?.Id;

    private async Task<WriteResult> BeginAsync(Stored<Merge> merge, Actor by)
    {
        var undoing = merge.Value with { State = MergeState.Undoing, UndoneAt = clock.GetUtcNow(), UndoneBy = by.User, UndoneKey = by.Key };
        var begun = await merges.BeginUndoAsync(merge, undoing, CancellationToken.None);
        // From here on no other request can begin with the two: a faster one has taken the contact away.
        if (begun is not WriteResult.Done || await contacts.FindAsync(merge.Value.Kept, CancellationToken.None) is not null) return begun;
        if (await merges.FindAsync(merge.Value.Id, CancellationToken.None) is { Value.State: MergeState.Undoing } read)
        {
            await merges.EndAsync(read, merge.Value, CancellationToken.None);
        }

        return new WriteResult.Changed();
    }
}
