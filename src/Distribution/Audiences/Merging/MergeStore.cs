using System.Globalization;
using System.Security.Cryptography;
using Azure;
using Azure.Data.Tables;
using Distribution.Platform.Storage;

namespace Distribution.Audiences.Merging;

/// <summary>
/// Merges, and which contacts are being merged. All in one partition, so that a merge and its hold on both contacts begin and end in one
/// transaction: of two that want the same contact, one begins.
/// </summary>
public sealed class MergeStore(Tables tables)
{
    private const string Partition = "merges";
    private const int RandomBytes = 4;

    private readonly Rows<Merge> merges = new(tables[Tables.Merges]);
    private readonly Rows<BusyContact> busy = new(tables[Tables.Merges]);

    public static string NewId(string kept, DateTimeOffset at)
    {
        var ticksLeft = DateTimeOffset.MaxValue.UtcTicks - at.UtcTicks;
        var random = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(RandomBytes));
        return string.Create(CultureInfo.InvariantCulture, $"{kept}-{ticksLeft:D19}{random}");
    }

    public Task<Stored<Merge>?> FindAsync(string id, CancellationToken cancellationToken) => merges.FindAsync(Partition, id, cancellationToken);

    /// <summary>The merges into a contact, newest first, undone ones too.</summary>
    public async Task<IReadOnlyList<Stored<Merge>>> IntoAsync(string kept, CancellationToken cancellationToken)
    {
        // The sign after the hyphen ends the range.
        var (first, last) = ($"{kept}-", $"{kept}.");
        return await merges
            .QueryAsync(TableClient.CreateQueryFilter($"PartitionKey eq {Partition} and RowKey gt {first} and RowKey lt {last}"), cancellationToken)
            .ToListAsync(cancellationToken);
    }

    /// <summary>Id of the merge, or its undoing, that is under way with a contact.</summary>
    public async Task<string?> UnderWayAsync(string contact, CancellationToken cancellationToken) =>
        (await busy.FindAsync(Partition, Busy(contact), cancellationToken))?.Value.Merge;

    /// <summary>Adds a merge and takes both contacts for it; changes nothing when one of them is taken.</summary>
    public Task<WriteResult> BeginAsync(Merge merge, CancellationToken cancellationToken) => merges.TransactAsync(
        [new(TableTransactionActionType.Add, Rows<Merge>.NewRow(Partition, merge.Id, merge)), .. Take(merge)], cancellationToken);

    /// <summary>Writes that a merge is being undone and takes both contacts for that; changes nothing when one of them is taken.</summary>
    public Task<WriteResult> BeginUndoAsync(Stored<Merge> read, Merge undoing, CancellationToken cancellationToken) =>
        merges.TransactAsync([Replace(read, undoing), .. Take(undoing)], cancellationToken);

    public Task<WriteResult> ReplaceAsync(Stored<Merge> read, Merge merge, CancellationToken cancellationToken) =>
        merges.ReplaceAsync(read, merge, cancellationToken);

    /// <summary>Writes that a merge is done or undone, and lets go of both contacts.</summary>
    public Task<WriteResult> EndAsync(Stored<Merge> read, Merge ended, CancellationToken cancellationToken) =>
        merges.TransactAsync([Replace(read, ended), .. LetGo(ended)], cancellationToken);

    /// <summary>Merges from before an instant that hold personal data.</summary>
    public IAsyncEnumerable<Stored<Merge>> KnownBeforeAsync(DateTimeOffset instant, CancellationToken cancellationToken) => merges.QueryAsync(
        TableClient.CreateQueryFilter($"PartitionKey eq {Partition} and IsForgotten eq {false} and At lt {instant}"), cancellationToken);

    /// <summary>Whether the personal data may be deleted. While the merge is running it may not.</summary>
    public static bool MayForget(Merge merge) => merge is { IsForgotten: false, State: MergeState.Done or MergeState.Undone };

    /// <summary>Deletes the personal data of a merge.</summary>
    /// <returns>False while the merge is running: the run that ends it deletes the rest.</returns>
    public async Task<bool> ForgetAsync(Stored<Merge> read, CancellationToken cancellationToken) =>
        MayForget(read.Value) && await ReplaceAsync(read, read.Value.Forget(), cancellationToken) is WriteResult.Done;

    private static IEnumerable<TableTransactionAction> Take(Merge merge) => new[] { merge.Kept, merge.Other }.Select(contact => new TableTransactionAction(
        TableTransactionActionType.Add, Rows<BusyContact>.NewRow(Partition, Busy(contact), new() { Merge = merge.Id })));

    private static IEnumerable<TableTransactionAction> LetGo(Merge merge) => new[] { merge.Kept, merge.Other }.Select(contact => new TableTransactionAction(
        TableTransactionActionType.Delete, new TableEntity(Partition, Busy(contact)), ETag.All));

    private static TableTransactionAction Replace(Stored<Merge> read, Merge merge) =>
        new(TableTransactionActionType.UpdateReplace, Columns<Merge>.Write(merge, new TableEntity(read.Entity)), read.ETag);

    private static string Busy(string contact) => $"busy.{contact}";
}

/// <summary>A contact that is being merged, or whose merge is being undone: nobody else begins with it meanwhile.</summary>
public sealed record BusyContact
{
    /// <summary>Id of the merge.</summary>
    public required string Merge { get; init; }
}
