using Azure.Data.Tables;
using Distribution.Platform.Storage;

namespace Distribution.Dispatches.Digests;

/// <summary>Subscribers of digests, by shard and contact, and the run that is under way.</summary>
public sealed class DigestStore(Tables tables)
{
    private const string Run = "run";
    private const int MostInTransaction = 100;

    private readonly Rows<DigestSubscriber> readers = new(tables[Tables.Digests]);
    private readonly Rows<DigestRun> runs = new(tables[Tables.Digests]);

    public Task<Stored<DigestRun>?> FindRunAsync(CancellationToken cancellationToken) => runs.FindAsync(Run, Run, cancellationToken);

    /// <summary>Begins a run unless somebody else has begun one since the last was read.</summary>
    public Task<WriteResult> BeginAsync(Stored<DigestRun>? last, DigestRun run, CancellationToken cancellationToken) =>
        last is null ? runs.AddAsync(Run, Run, run, cancellationToken) : runs.ReplaceAsync(last, run, cancellationToken);

    public Task EndAsync(Stored<DigestRun> run, CancellationToken cancellationToken) =>
        runs.ReplaceAsync(run, run.Value with { IsDone = true }, cancellationToken);

    public Task<Stored<DigestSubscriber>?> FindSubscriberAsync(string contact, CancellationToken cancellationToken) =>
        readers.FindAsync(Partition(contact[0]), contact, cancellationToken);

    public Task AddSubscriberAsync(DigestSubscriber reader, CancellationToken cancellationToken) =>
        readers.AddAsync(Partition(reader.Contact[0]), reader.Contact, reader, cancellationToken);

    public Task ReplaceSubscriberAsync(Stored<DigestSubscriber> read, DigestSubscriber reader, CancellationToken cancellationToken) =>
        readers.ReplaceAsync(read, reader, cancellationToken);

    public Task RemoveSubscriberAsync(Stored<DigestSubscriber> read, CancellationToken cancellationToken) => readers.DeleteAsync(read, cancellationToken);

    /// <summary>Everybody who gets digests, by contact id.</summary>
    public IAsyncEnumerable<Stored<DigestSubscriber>> SubscribersAsync(CancellationToken cancellationToken)
    {
        var (first, last) = (Partition('0'), Partition('f'));
        return readers.QueryAsync(TableClient.CreateQueryFilter($"PartitionKey ge {first} and PartitionKey le {last}"), cancellationToken);
    }

    /// <summary>Moves readers' ends forward, a hundred at once, and one by one where somebody was changed meanwhile.</summary>
    public async Task AdvanceAsync(IReadOnlyList<Stored<DigestSubscriber>> due, DateTimeOffset end, CancellationToken cancellationToken)
    {
        foreach (var shard in due.GroupBy(reader => reader.Entity.PartitionKey))
        {
            foreach (var some in shard.Chunk(MostInTransaction))
            {
                var writes = some.Select(reader => new TableTransactionAction(
                    TableTransactionActionType.UpdateReplace,
                    Columns<DigestSubscriber>.Write(reader.Value with { CoveredUntil = end }, new TableEntity(reader.Entity)),
                    reader.ETag));
                if (await readers.TransactAsync(writes, cancellationToken) is WriteResult.Done) continue;
                foreach (var reader in some) await AdvanceAsync(reader.Value.Contact, end, cancellationToken);
            }
        }
    }

    private async Task AdvanceAsync(string contact, DateTimeOffset end, CancellationToken cancellationToken)
    {
        while (await FindSubscriberAsync(contact, cancellationToken) is { } reader && reader.Value.CoveredUntil < end)
        {
            if (await readers.ReplaceAsync(reader, reader.Value with { CoveredUntil = end }, cancellationToken) is WriteResult.Done) return;
        }
    }

    private static string Partition(char shard) => $"reader.{shard}";
}
