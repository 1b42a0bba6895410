using System.Globalization;
using Azure;
using Azure.Data.Tables;
using Distribution.Platform.Security;
using Distribution.Platform.Storage;

namespace Distribution.Platform.Audit;

/// <summary>
/// Audit entries, newest first: all of them, and by subject. Entries are added, and deleted when they have expired. Each is stored twice;
/// the row of
/// its subject comes first, so that every entry of the whole is also found by its subject, and a retry after a crash adds the missing row.
/// </summary>
public sealed class AuditStore(Tables tables, TimeProvider clock)
{
    private const string Whole = "audit";

    private readonly Rows<AuditEntry> rows = new(tables[Tables.Audit]);

    /// <summary>Adds that somebody has just done something.</summary>
    /// <param name="action">A name that never changes, such as <c>contacts.exported</c>.</param>
    /// <param name="by">The user or program behind the action.</param>
    /// <param name="subject">Kind and id of what it was done to, or the kind alone.</param>
    /// <param name="details">Never an address or a text.</param>
    public Task AddAsync(
        string action, Actor by, string subject, IReadOnlyDictionary<string, string> details, CancellationToken cancellationToken) =>
        AddAsync(New(action, by, subject) with { Details = details }, cancellationToken);

    /// <summary>Adds that somebody has just changed something.</summary>
    /// <param name="action">A name that never changes, such as <c>contacts.replaced</c>.</param>
    /// <param name="by">The user or program behind the action.</param>
    /// <param name="subject">Kind and id of what was changed.</param>
    /// <param name="changes">Which fields, of <see cref="AuditChanges"/>.</param>
    public Task AddAsync(string action, Actor by, string subject, IReadOnlyList<AuditChange> changes, CancellationToken cancellationToken) =>
        AddAsync(New(action, by, subject) with { Changes = changes }, cancellationToken);

    /// <summary>Adds an entry; the same once more changes nothing.</summary>
    public async Task AddAsync(AuditEntry entry, CancellationToken cancellationToken)
    {
        await rows.AddAsync(PartitionOf(entry.Subject), Key(entry), entry, cancellationToken);
        await rows.AddAsync(Whole, Key(entry), entry, cancellationToken);
    }

    /// <summary>Up to <paramref name="limit"/> entries, newest first, after the one that <paramref name="after"/> stands for, of one subject if given.</summary>
    public Task<Platform.Storage.Page<Stored<AuditEntry>>> PageAsync(string? subject, int limit, string? after, CancellationToken cancellationToken)
    {
        var partition = subject is null ? Whole : PartitionOf(subject);
        return rows.PageAsync(TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey gt {after ?? ""}"), limit, cancellationToken);
    }

    /// <summary>Entries from before an instant.</summary>
    public IAsyncEnumerable<Stored<AuditEntry>> BeforeAsync(DateTimeOffset instant, CancellationToken cancellationToken) =>
        rows.QueryAsync(TableClient.CreateQueryFilter($"PartitionKey eq {Whole} and RowKey gt {$"{TicksLeft(instant)}/"}"), cancellationToken);

    /// <summary>Deletes an entry that has served its time. The row of its subject goes first, so that after a crash the entry is still found.</summary>
    public async Task<WriteResult> DeleteAsync(Stored<AuditEntry> read, CancellationToken cancellationToken)
    {
        await rows.DeleteAsync(PartitionOf(read.Value.Subject), read.Entity.RowKey, ETag.All, cancellationToken);
        return await rows.DeleteAsync(read, cancellationToken);
    }

    private AuditEntry New(string action, Actor by, string subject) => new()
    {
        Id = NewId.Random(),
        At = clock.GetUtcNow(),
        Action = action,
        By = by.User,
        Key = by.Key,
        Subject = subject,
    };

    private static string PartitionOf(string subject) => $"subject:{subject}";

    private static string Key(AuditEntry entry) => $"{TicksLeft(entry.At)}.{entry.Id}";

    private static string TicksLeft(DateTimeOffset at) =>
        string.Create(CultureInfo.InvariantCulture, $"{DateTimeOffset.MaxValue.UtcTicks - at.UtcTicks:D19}");
}
