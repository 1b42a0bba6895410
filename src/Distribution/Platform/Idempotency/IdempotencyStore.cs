using System.Security.Cryptography;
using System.Text;
using Azure.Data.Tables;
using Distribution.Platform.Storage;

namespace Distribution.Platform.Idempotency;

/// <summary>Requests by principal and key, so that a repeated one is answered and not carried out again.</summary>
public sealed class IdempotencyStore(Tables tables, TimeProvider clock)
{
    /// <summary>How long an answer is kept.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    /// <summary>How long a run is believed to be alive; longer than any request takes.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    private static readonly byte[] Nothing = KeptAnswer.Compress([]);

    private readonly Rows<IdempotencyEntry> rows = new(tables[Tables.IdempotencyKeys]);

    public async Task<IdempotencyAttempt> BeginAsync(string principal, string key, string fingerprint, CancellationToken cancellationToken)
    {
        var row = Row(key);
        while (true)
        {
            var found = await rows.FindAsync(principal, row, cancellationToken);
            if (found is not null && Standing(found.Value, fingerprint) is { } actor) return actor;
            var entry = NewEntry(fingerprint);
            var write = found is null
                ? await rows.AddAsync(principal, row, entry, cancellationToken)
                : await rows.ReplaceAsync(found, entry, cancellationToken);
            if (write is WriteResult.Done done
                && await rows.FindAsync(principal, row, cancellationToken) is { } begun
                && begun.ETag == done.ETag)
            {
                return new IdempotencyAttempt.Begun(begun);
            }
        }
    }

    /// <summary>Keeps the answer, unless another run has taken the request over.</summary>
    public Task KeepAsync(Stored<IdempotencyEntry> begun, KeptAnswer answer, CancellationToken cancellationToken) =>
        rows.ReplaceAsync(
            begun,
            begun.Value with
            {
                Status = answer.Status,
                Location = answer.Location,
                EntityTag = answer.EntityTag,
                ContentType = answer.ContentType,
                Body = answer.Body,
            },
            cancellationToken);

    /// <summary>Frees the key for a corrected request.</summary>
    public Task FreeAsync(Stored<IdempotencyEntry> begun, CancellationToken cancellationToken) =>
        rows.DeleteAsync(begun, cancellationToken);

    /// <summary>Entries that expire by an instant; reads the whole table.</summary>
    public IAsyncEnumerable<Stored<IdempotencyEntry>> ExpiredAsync(DateTimeOffset instant, CancellationToken cancellationToken) =>
        rows.QueryAsync(TableClient.CreateQueryFilter($"ExpiresAt le {instant}"), cancellationToken);

    public Task<WriteResult> DeleteAsync(Stored<IdempotencyEntry> read, CancellationToken cancellationToken) =>
        rows.DeleteAsync(read, cancellationToken);

    /// <summary>
    /// Forgets what was answered about a thing and what belongs to it; the requests stay answered, without a body. Reads the whole table.
    /// </summary>
    /// <param name="location">The thing's address, such as <c>/api/contacts/0f1e2d3c4b5a69788796a5b4c3d2e1f0</c>.</param>
    public async Task ForgetAnswersAsync(string location, CancellationToken cancellationToken)
    {
        // The sign after the slash ends the range.
        var (first, last) = ($"{location}/", $"{location}0");
        var filter = TableClient.CreateQueryFilter($"Location eq {location} or (Location gt {first} and Location lt {last})");
        await foreach (var entry in rows.QueryAsync(filter, cancellationToken))
        {
            if (!entry.Value.Body.AsSpan().SequenceEqual(Nothing))
                await rows.ReplaceAsync(entry, entry.Value with { Body = Nothing }, cancellationToken);
        }
    }

    /// <summary>The decision that an entry means for a request; null when the request may be begun.</summary>
    private IdempotencyAttempt? Standing(IdempotencyEntry entry, string fingerprint)
    {
        var now = clock.GetUtcNow();
        if (entry.ExpiresAt <= now) return null;
        if (entry.Fingerprint != fingerprint) return new IdempotencyAttempt.Different();
        if (entry.Status is { } status)
        {
            return new IdempotencyAttempt.Answered(new(status, entry.Location, entry.EntityTag, entry.ContentType, entry.Body));
        }

        return entry.LeasedUntil > now ? new IdempotencyAttempt.Running(entry.LeasedUntil) : null;
    }

    private IdempotencyEntry NewEntry(string fingerprint)
    {
        var now = clock.GetUtcNow();
        return new() { Fingerprint = fingerprint, LeasedUntil = now + Lease, ExpiresAt = now + Kept };
    }

    /// <summary>Keys are the caller's own words; a row's key may not hold all of them.</summary>
    private static string Row(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
}
