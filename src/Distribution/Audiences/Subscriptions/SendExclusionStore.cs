using System.Globalization;
using Azure.Data.Tables;
using Distribution.Platform.Storage;

namespace Distribution.Audiences.Subscriptions;

/// <summary>SendExclusions by time, so that a sender reads only those since its plan.</summary>
public sealed class SendExclusionStore(Tables tables)
{
    private const string Partition = "send-exclusions";

    private readonly Rows<SendExclusion> rows = new(tables[Tables.SendExclusions]);

    public Task AddAsync(SendExclusion sendExclusion, CancellationToken cancellationToken) =>
        rows.PutAsync(Partition, $"{Key(sendExclusion.At)}.{sendExclusion.Contact}", sendExclusion, cancellationToken);

    public IAsyncEnumerable<Stored<SendExclusion>> SinceAsync(DateTimeOffset instant, CancellationToken cancellationToken) =>
        rows.QueryAsync(TableClient.CreateQueryFilter($"PartitionKey eq {Partition} and RowKey ge {Key(instant)}"), cancellationToken);

    /// <summary>Those by which a contact left everything, as after a suppression.</summary>
    public IAsyncEnumerable<Stored<SendExclusion>> FromEverythingAsync(string contact, CancellationToken cancellationToken) => rows
        .QueryAsync(TableClient.CreateQueryFilter($"PartitionKey eq {Partition} and Contact eq {contact}"), cancellationToken)
        .Where(sendExclusion => sendExclusion.Value.Lists is null);

    /// <summary>All of a contact's.</summary>
    public IAsyncEnumerable<Stored<SendExclusion>> ForContactAsync(string contact, CancellationToken cancellationToken) =>
        rows.QueryAsync(TableClient.CreateQueryFilter($"PartitionKey eq {Partition} and Contact eq {contact}"), cancellationToken);

    public Task<WriteResult> RemoveAsync(Stored<SendExclusion> read, CancellationToken cancellationToken) =>
        rows.DeleteAsync(read, cancellationToken);

    /// <summary>Those from before an instant.</summary>
    public IAsyncEnumerable<Stored<SendExclusion>> BeforeAsync(DateTimeOffset instant, CancellationToken cancellationToken) =>
        rows.QueryAsync(TableClient.CreateQueryFilter($"PartitionKey eq {Partition} and RowKey lt {Key(instant)}"), cancellationToken);

    private static string Key(DateTimeOffset at) => at.UtcTicks.ToString("D19", CultureInfo.InvariantCulture);
}
