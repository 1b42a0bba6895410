using System.Globalization;
using Distribution.Contacts.Contacts;
using Distribution.Platform.Audit;
using Distribution.Platform.Jobs;

namespace Distribution.Audiences.Merging;

/// <summary>Brings a merge, or its undoing, to its end, and then the copies of both contacts up to date. The request does it; the job does when the request was cut off.</summary>
public sealed class FinishMerge(
    MergeStore merges, CarryOutMerge carryOutMerge, CarryOutUndo carryOutUndo, SyncContact syncContact, AuditStore audit, TimeProvider clock) : IJobRunner
{
    public const string JobName = "merge";

    public const string Merged = "contacts.merged";
    public const string Unmerged = "contacts.unmerged";

    /// <summary>Until those who plan a dispatch are done.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public string Name => JobName;

    public async Task<DateTimeOffset?> RunAsync(string id, CancellationToken cancellationToken)
    {
        while (await merges.FindAsync(id, cancellationToken) is { } merge)
        {
            if (merge.Value.State is MergeState.Done or MergeState.Undone)
            {
                await EndAsync(merge.Value, cancellationToken);
                return null;
            }

            var progress = merge.Value.State == MergeState.Running
                ? await carryOutMerge.RunAsync(merge.Value, cancellationToken)
                : await carryOutUndo.RunAsync(merge.Value, cancellationToken);
            if (progress == Progress.Waits) return clock.GetUtcNow() + Patience;
            if (progress == Progress.Impossible) await TurnBackAsync(merge.Value.Id, cancellationToken);
        }

        return null;
    }

    /// <summary>There is nobody to merge into any more: the other contact becomes again what it was.</summary>
    private async Task TurnBackAsync(string id, CancellationToken cancellationToken)
    {
        if (await merges.FindAsync(id, cancellationToken) is not { Value: { State: MergeState.Running } merge } read) return;
        await merges.ReplaceAsync(
            read, merge with { State = MergeState.Undoing, UndoneAt = clock.GetUtcNow(), UndoneBy = merge.By, UndoneKey = merge.Key }, cancellationToken);
    }

    /// <summary>After the contacts were released, so that code that had to leave them to the merge has written its part.</summary>
    private async Task EndAsync(Merge merge, CancellationToken cancellationToken)
    {
        await syncContact.RunAsync(merge.Kept, cancellationToken);
        await syncContact.RunAsync(merge.Other, cancellationToken);
        await audit.AddAsync(Entry(merge, Merged, merge.At, merge.By, merge.Key), cancellationToken);
        if (merge.UndoneAt is { } undone) await audit.AddAsync(Entry(merge, Unmerged, undone, merge.UndoneBy!, merge.UndoneKey), cancellationToken);
    }

    private static AuditEntry Entry(Merge merge, string action, DateTimeOffset at, string by, string? key) => new()
    {
        Id = $"{merge.Id}.{action[(action.IndexOf('.', StringComparison.Ordinal) + 1)..]}",
        At = at,
        Action = action,
        By = by,
        Key = key,
        Subject = string.Create(CultureInfo.InvariantCulture, $"contact:{merge.Kept}"),
        Details = new Dictionary<string, string> { ["merge"] = merge.Id, ["other"] = merge.Other },
    };
}
