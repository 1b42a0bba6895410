using System.Globalization;
using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using Distribution.Dispatches.Sending;
using Distribution.Platform.Storage;

namespace Distribution.Dispatches.Ledger;

/// <summary>Dispatches by id, with the contact blocks of their mails; unfinished ones; and all, newest first.</summary>
public sealed class DispatchStore(Tables tables)
{
    private const string Main = "dispatch";
    private const string ContactsPrefix = "contacts.";
    private const string Unfinished = "unfinished";
    private const string Newest = "newest";

    private readonly Rows<Dispatch> dispatches = new(tables[Tables.Dispatches]);
    private readonly Rows<SentContactBlock> contacts = new(tables[Tables.Dispatches]);
    private readonly Rows<DispatchPointer> pointers = new(tables[Tables.Dispatches]);

    public Task<Stored<Dispatch>?> FindAsync(string id, CancellationToken cancellationToken) =>
        dispatches.FindAsync(id, Main, cancellationToken);

    /// <summary>
    /// Adds a dispatch under its id. The pointers go first: one without its dispatch says nothing, a dispatch without them would be
    /// forgotten.
    /// </summary>
    public async Task<WriteResult> AddAsync(Dispatch dispatch, CancellationToken cancellationToken)
    {
        DispatchPointer pointer = new() { Dispatch = dispatch.Id };
        await PutUnfinishedAsync(dispatch.Id, cancellationToken);
        await pointers.PutAsync(Newest, NewestKey(dispatch), pointer, cancellationToken);
        return await dispatches.AddAsync(dispatch.Id, Main, dispatch, cancellationToken);
    }

    /// <summary>The dispatch of a release, version and kind, which two timers may both want to begin.</summary>
    public async Task<Stored<Dispatch>> FindOrAddAsync(
        string release, int version, DispatchKind kind, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var id = Dispatch.IdOf(release, version, kind);
        if (await FindAsync(id, cancellationToken) is { } existing) return existing;
        await AddAsync(new() { Id = id, Release = release, Version = version, Kind = kind, CreatedAt = now }, cancellationToken);
        return await FindAsync(id, cancellationToken) ?? throw new InvalidOperationException($"Dispatch {id} vanished.");
    }

    public Task<WriteResult> ReplaceAsync(Stored<Dispatch> read, Dispatch dispatch, CancellationToken cancellationToken) =>
        dispatches.ReplaceAsync(read, dispatch, cancellationToken);

    public async Task<SentContactBlock?> FindContactsAsync(string id, string language, CancellationToken cancellationToken) =>
        (await contacts.FindAsync(id, ContactsPrefix + language, cancellationToken))?.Value;

    public Task<WriteResult> AddContactsAsync(string id, SentContactBlock sent, CancellationToken cancellationToken) =>
        contacts.AddAsync(id, ContactsPrefix + sent.Language, sent, cancellationToken);

    /// <summary>The contact blocks of the dispatch's mails, by language.</summary>
    public async Task<IReadOnlyList<SentContactBlock>> ContactsAsync(string id, CancellationToken cancellationToken)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {id} and RowKey ge {ContactsPrefix} and RowKey lt {"contacts/"}");
        return await contacts.QueryAsync(filter, cancellationToken).Select(row => row.Value).ToListAsync(cancellationToken);
    }

    /// <summary>The pointer that makes the timer look at a dispatch; null when nothing is left to do.</summary>
    public Task<Stored<DispatchPointer>?> FindUnfinishedAsync(string id, CancellationToken cancellationToken) =>
        pointers.FindAsync(Unfinished, id, cancellationToken);

    /// <summary>
    /// Everything about the dispatch is done and the timer need not look at it any more, unless it was put down once more since.
    /// </summary>
    public Task RemoveUnfinishedAsync(Stored<DispatchPointer> read, CancellationToken cancellationToken) =>
        pointers.DeleteAsync(read, cancellationToken);

    /// <summary>Has the timer look at a dispatch once more, also when it is finished: before something of its ledger changes.</summary>
    public Task PutUnfinishedAsync(string id, CancellationToken cancellationToken) =>
        pointers.PutAsync(Unfinished, id, new() { Dispatch = id }, cancellationToken);

    public async IAsyncEnumerable<Stored<Dispatch>> UnfinishedAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var pointer in pointers.QueryAsync(
            TableClient.CreateQueryFilter($"PartitionKey eq {Unfinished}"), cancellationToken))
        {
            if (await FindAsync(pointer.Value.Dispatch, cancellationToken) is { } dispatch) yield return dispatch;
        }
    }

    /// <summary>
    /// Up to <paramref name="limit"/> dispatches, newest first, after the one that <paramref name="after"/> stands for if given.
    /// </summary>
    public async Task<Platform.Storage.Page<Stored<Dispatch>>> PageAsync(int limit, string? after, CancellationToken cancellationToken)
    {
        var page = await pointers.PageAsync(
            TableClient.CreateQueryFilter($"PartitionKey eq {Newest} and RowKey gt {after ?? ""}"), limit, cancellationToken);
        List<Stored<Dispatch>> found = [];
        foreach (var pointer in page.Items)
        {
            // Of two timers that begin a dispatch at once, the second leaves a pointer with its own time.
            if (await FindAsync(pointer.Value.Dispatch, cancellationToken) is { } dispatch
                && pointer.Entity.RowKey == NewestKey(dispatch.Value))
                found.Add(dispatch);
        }

        return new(found, page.After);
    }

    /// <summary>The dispatches that were created before an instant, newest first.</summary>
    public async IAsyncEnumerable<Dispatch> CreatedBeforeAsync(
        DateTimeOffset instant, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {Newest} and RowKey gt {$"{TicksLeft(instant)}/"}");
        await foreach (var pointer in pointers.QueryAsync(filter, cancellationToken))
        {
            if (await FindAsync(pointer.Value.Dispatch, cancellationToken) is { Value: var dispatch }
                && pointer.Entity.RowKey == NewestKey(dispatch))
                yield return dispatch;
        }
    }

    /// <summary>
    /// When a dispatch was added by the storage's own clock, which also times the rows that planning reads; null when that is not known.
    /// </summary>
    public async Task<DateTimeOffset?> AddedAtAsync(Dispatch dispatch, CancellationToken cancellationToken) =>
        (await pointers.FindAsync(Newest, NewestKey(dispatch), cancellationToken))?.WrittenAt;

    /// <summary>The dispatches of a release, by version and kind.</summary>
    public async Task<IReadOnlyList<Stored<Dispatch>>> OfReleaseAsync(string release, CancellationToken cancellationToken)
    {
        List<Stored<Dispatch>> found = [];
        var (first, last) = ($"{release}-", $"{release}.");
        var filter = TableClient.CreateQueryFilter($"PartitionKey ge {first} and PartitionKey lt {last} and RowKey eq {Main}");
        await foreach (var dispatch in dispatches.QueryAsync(filter, cancellationToken)) found.Add(dispatch);
        return found;
    }

    internal static string NewestKey(Dispatch dispatch) => $"{TicksLeft(dispatch.CreatedAt)}.{dispatch.Id}";

    private static string TicksLeft(DateTimeOffset at) =>
        string.Create(CultureInfo.InvariantCulture, $"{DateTimeOffset.MaxValue.UtcTicks - at.UtcTicks:D19}");
}

/// <summary>Index row that names a dispatch.</summary>
public sealed record DispatchPointer
{
    public required string Dispatch { get; init; }
}
