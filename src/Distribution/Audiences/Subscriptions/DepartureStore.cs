using System.Globalization;
using Azure.Data.Tables;
using Distribution.Platform.Storage;

namespace Distribution.Audiences.Subscriptions;

/// <summary>Departures by time, so that a sender reads only those since its plan.</summary>
public sealed class DepartureStore(Tables tables)
{
    private const string Partition = "departures";

    private readonly Rows<Departure> rows = new(tables[Tables.Departures]);

    public Task AddAsync(Departure departure, CancellationToken cancellationToken) =>
        rows.PutAsync(Partition, $"{Key(departure.At)}.{departure.Contact}", departure, cancellationToken);

    public IAsyncEnumerable<Stored<Departure>> SinceAsync(DateTimeOffset instant, CancellationToken cancellationToken) =>
        rows.QueryAsync(TableClient.CreateQueryFilter($"PartitionKey eq {Partition} and RowKey ge {Key(instant)}"), cancellationToken);

    /// <summary>Those by which a contact left everything, as after a suppression.</summary>
    public IAsyncEnumerable<Stored<Departure>> FromEverythingAsync(string contact, CancellationToken cancellationToken) => rows
        .QueryAsync(TableClient.CreateQueryFilter($"PartitionKey eq {Partition} and Contact eq {contact}"), cancellationToken)
        .Where(departure => departure.Value.Lists is null);

    /// <summary>All of a contact's.</summary>
    public IAsyncEnumerable<Stored<Departure>> OfAsync(string contact, CancellationToken cancellationToken) =>
        rows.QueryAsync(TableClient.CreateQueryFilter($"PartitionKey eq {Partition} and Contact eq {contact}"), cancellationToken);

    public Task<WriteResult> RemoveAsync(Stored<Departure> read, CancellationToken cancellationToken) => rows.DeleteAsync(read, cancellationToken);

    /// <summary>Those from before an instant.</summary>
    public IAsyncEnumerable<Stored<Departure>> BeforeAsync(DateTimeOffset instant, CancellationToken cancellationToken) =>
        rows.QueryAsync(TableClient.CreateQueryFilter($"PartitionKey eq {Partition} and RowKey lt {Key(instant)}"), cancellationToken);

    private static string Key(DateTimeOffset at) => at.UtcTicks.ToString("D19", CultureInfo.InvariantCulture);
}
