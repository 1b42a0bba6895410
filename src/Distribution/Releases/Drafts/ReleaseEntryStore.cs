using System.Globalization;
using System.Text.Json;
using Azure;
using Azure.Data.Tables;
using Distribution.Platform.Storage;

namespace Distribution.Releases.Drafts;

/// <summary>
/// The entries of releases, newest first. An entry without a state stands for a release that is being created: lists pass it over.
/// </summary>
public sealed class ReleaseEntryStore(Tables tables)
{
    private const string Partition = "created";

    private readonly Rows<ReleaseEntry> rows = new(tables[Tables.ReleaseTimes]);
    private readonly TableClient table = tables[Tables.ReleaseTimes];

    /// <summary>Reserves the place of a release before it is created; does nothing where it has one.</summary>
    public Task ReserveAsync(string release, DateTimeOffset createdAt, CancellationToken cancellationToken) =>
        table.UpsertEntityAsync(new TableEntity(Partition, Key(release, createdAt)), TableUpdateMode.Merge, cancellationToken);

    /// <summary>The version of an entry, reserved or full; null for none.</summary>
    public async Task<ETag?> FindVersionAsync(string release, DateTimeOffset createdAt, CancellationToken cancellationToken)
    {
        string[] columns = [nameof(TableEntity.RowKey)];
        var found = await table.GetEntityIfExistsAsync<TableEntity>(Partition, Key(release, createdAt), columns, cancellationToken);
        return found.HasValue ? found.Value!.ETag : null;
    }

    /// <summary>Writes an entry if it is still the version that was read.</summary>
    public Task<WriteResult> ReplaceAsync(ReleaseEntry entry, ETag version, CancellationToken cancellationToken)
    {
        var row = Rows<ReleaseEntry>.NewRow(Partition, Key(entry.Id, entry.CreatedAt), entry);
        return rows.ReplaceAsync(row, version, cancellationToken);
    }

    public Task<WriteResult> DeleteAsync(string release, DateTimeOffset createdAt, CancellationToken cancellationToken) =>
        rows.DeleteAsync(Partition, Key(release, createdAt), ETag.All, cancellationToken);

    /// <summary>The entries that the storage itself can pick, newest first, each with its key.</summary>
    /// <param name="filter">The filter.</param>
    /// <param name="after">The key to continue after, if any.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public IAsyncEnumerable<(string Key, ReleaseEntry Entry)> FindAsync(
        ReleaseFilter filter, string? after, CancellationToken cancellationToken)
    {
        var from = filter.Before is { } before ? Ticks(before.AddTicks(-1)) : "";
        if (string.CompareOrdinal(after, from) > 0) from = after!;
        var to = filter.From is { } earliest ? Ticks(earliest) + "/" : ":";
        List<string> conditions =
        [
            TableClient.CreateQueryFilter($"PartitionKey eq {Partition} and RowKey gt {from} and RowKey lt {to}"),
            // A place that is only reserved has no state.
            TableClient.CreateQueryFilter($"State ge {""}"),
        ];
        if (filter.States.Count > 0)
            conditions.Add(
                $"({string.Join(" or ", filter.States.Select(state => TableClient.CreateQueryFilter($"State eq {Word(state)}")))})");
        if (filter.Author is { } author) conditions.Add(TableClient.CreateQueryFilter($"(CreatedBy eq {author} or EditedBy eq {author})"));
        if (filter.AwaitsApproval) conditions.Add("AwaitsApproval eq true");
        return rows.QueryAsync(string.Join(" and ", conditions), cancellationToken).Select(row => (row.Entity.RowKey, row.Value));
    }

    private static string Word(ReleaseState state) => JsonNamingPolicy.CamelCase.ConvertName(state.ToString());

    private static string Key(string release, DateTimeOffset createdAt) => $"{Ticks(createdAt)}.{release}";

    private static string Ticks(DateTimeOffset at) =>
        string.Create(CultureInfo.InvariantCulture, $"{DateTimeOffset.MaxValue.UtcTicks - at.UtcTicks:D19}");
}
