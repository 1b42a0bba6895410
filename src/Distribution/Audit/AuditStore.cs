using System.Globalization;
using Azure.Data.Tables;
using Distribution.Security;
using Distribution.Storage;

namespace Distribution.Audit;

/// <summary>What people did, newest first. Entries are added and nothing else.</summary>
public sealed class AuditStore(Tables tables, TimeProvider clock)
{
    private const string Partition = "audit";

    private readonly Rows<AuditEntry> rows = new(tables[Tables.Audit]);

    /// <summary>Adds that somebody has just done something.</summary>
    /// <param name="action">A name that never changes, such as <c>contacts.exported</c>.</param>
    /// <param name="by">Who did it.</param>
    /// <param name="subject">Kind and id of what it was done to, or the kind alone.</param>
    /// <param name="details">Never an address or a text.</param>
    /// <param name="cancellationToken">Ends it before the write.</param>
    public Task AddAsync(
        string action, Actor by, string subject, IReadOnlyDictionary<string, string> details, CancellationToken cancellationToken) =>
        AddAsync(
            new()
            {
                Id = NewId.Random(),
                At = clock.GetUtcNow(),
                Action = action,
                By = by.Person,
                Key = by.Key,
                Subject = subject,
                Details = details,
            },
            cancellationToken);

    /// <summary>Adds an entry; the same once more changes nothing.</summary>
    public Task AddAsync(AuditEntry entry, CancellationToken cancellationToken) => rows.AddAsync(Partition, Key(entry), entry, cancellationToken);

    /// <summary>Up to <paramref name="limit"/> entries, newest first, after the one that <paramref name="after"/> stands for, of one subject if given.</summary>
    public Task<Page<Stored<AuditEntry>>> PageAsync(string? subject, int limit, string? after, CancellationToken cancellationToken) => rows.PageAsync(
        subject is null
            ? TableClient.CreateQueryFilter($"PartitionKey eq {Partition} and RowKey gt {after ?? ""}")
            : TableClient.CreateQueryFilter($"PartitionKey eq {Partition} and RowKey gt {after ?? ""} and Subject eq {subject}"),
        limit,
        cancellationToken);

    private static string Key(AuditEntry entry) =>
        string.Create(CultureInfo.InvariantCulture, $"{DateTimeOffset.MaxValue.UtcTicks - entry.At.UtcTicks:D19}.{entry.Id}");
}
