using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Azure;
using Azure.Data.Tables;
using Distribution.Platform.Storage;

namespace Distribution.Publisher.Sessions;

/// <summary>
/// Sessions by user and by the hash of their secret: reading the table opens none of them, and those of one user are one request.
/// </summary>
public sealed class SessionStore(Tables tables, TimeProvider clock)
{
    /// <summary>A working day.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(12);

    /// <summary>How exactly the last use is kept, so that reading pages does not write.</summary>
    public static readonly TimeSpan Precision = TimeSpan.FromMinutes(5);

    private const int SecretBytes = 32;

    private const int LongestDevice = 200;

    private readonly Rows<Session> rows = new(tables[Tables.Sessions]);

    /// <summary>Begins a session.</summary>
    /// <param name="user">Id of the user.</param>
    /// <param name="device">The browser as it names itself.</param>
    /// <returns>The secret for its cookie: the id of the user, a dot, and 43 letters, digits, hyphens and underscores.</returns>
    public async Task<string> AddAsync(string user, string device, CancellationToken cancellationToken)
    {
        var secret = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes));
        var now = clock.GetUtcNow();
        Session session = new()
        {
            Id = Hash(secret),
            User = user,
            Device = device.Length > LongestDevice ? device[..LongestDevice] : device,
            CreatedAt = now,
            LastUsedAt = now,
            ExpiresAt = now + Lifetime,
        };
        await rows.AddAsync(user, session.Id, session, cancellationToken);
        return $"{user}.{secret}";
    }

    /// <summary>The session of a secret; null when it was ended, has expired or never was.</summary>
    public async Task<Session?> FindAsync(string? secret, CancellationToken cancellationToken)
    {
        if (secret?.LastIndexOf('.') is not { } dot || dot < 1) return null;
        var now = clock.GetUtcNow();
        if (await rows.FindAsync(secret[..dot], Hash(secret[(dot + 1)..]), cancellationToken) is not { } found
            || found.Value.ExpiresAt <= now)
            return null;
        // A session that another request has touched or ended a moment ago needs no touch.
        if (now - found.Value.LastUsedAt >= Precision)
            await rows.ReplaceAsync(found, found.Value with { LastUsedAt = now }, cancellationToken);
        return found.Value;
    }

    /// <summary>The sessions of a user that are open, the last used first.</summary>
    public async Task<IReadOnlyList<Session>> OfUserAsync(string user, CancellationToken cancellationToken) =>
        await rows.QueryAsync(TableClient.CreateQueryFilter($"PartitionKey eq {user}"), cancellationToken)
            .Select(row => row.Value).Where(session => session.ExpiresAt > clock.GetUtcNow())
            .OrderByDescending(session => session.LastUsedAt).ToListAsync(cancellationToken);

    /// <summary>Ends one session of a user.</summary>
    public Task EndAsync(string user, string id, CancellationToken cancellationToken) =>
        rows.DeleteAsync(user, id, ETag.All, cancellationToken);

    /// <summary>Ends all sessions of a user.</summary>
    public async Task EndAllAsync(string user, CancellationToken cancellationToken)
    {
        foreach (var session in await OfUserAsync(user, cancellationToken)) await EndAsync(user, session.Id, cancellationToken);
    }

    /// <summary>Sessions that expired before an instant; reads the whole table.</summary>
    public IAsyncEnumerable<Stored<Session>> ExpiredBeforeAsync(DateTimeOffset instant, CancellationToken cancellationToken) =>
        rows.QueryAsync(TableClient.CreateQueryFilter($"ExpiresAt lt {instant}"), cancellationToken);

    public Task<WriteResult> DeleteAsync(Stored<Session> read, CancellationToken cancellationToken) =>
        rows.DeleteAsync(read, cancellationToken);

    private static string Hash(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
