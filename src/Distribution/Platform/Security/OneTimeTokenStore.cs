using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Azure.Data.Tables;
using Distribution.Platform.Storage;

namespace Distribution.Platform.Security;

/// <summary>Links that work once, by the hash of their secret: reading the table opens none of them.</summary>
public sealed class OneTimeTokenStore(Tables tables, TimeProvider clock)
{
    private const int SecretBytes = 32;

    private readonly Rows<OneTimeToken> rows = new(tables[Tables.Tokens]);

    /// <summary>Makes a token.</summary>
    /// <param name="purpose">The purpose of the link.</param>
    /// <param name="subject">Id of its owner.</param>
    /// <param name="details">Further content.</param>
    /// <param name="lifetime">How long it works.</param>
    /// <returns>Its secret, for a link: 43 letters, digits, hyphens and underscores.</returns>
    public async Task<string> AddAsync(TokenPurpose purpose, string subject, string? details, TimeSpan lifetime, CancellationToken cancellationToken)
    {
        var secret = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes));
        var now = clock.GetUtcNow();
        OneTimeToken token = new() { Purpose = purpose, Subject = subject, Details = details, CreatedAt = now, ExpiresAt = now + lifetime };
        var (partition, row) = KeyOf(secret);
        await rows.AddAsync(partition, row, token, cancellationToken);
        return secret;
    }

    /// <summary>The token of a secret, used or not; null when there is none of that purpose, or it has expired.</summary>
    public async Task<Stored<OneTimeToken>?> FindAsync(TokenPurpose purpose, string? secret, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(secret)) return null;
        var (partition, row) = KeyOf(secret);
        return await rows.FindAsync(partition, row, cancellationToken) is { } found && found.Value.Purpose == purpose && found.Value.ExpiresAt > clock.GetUtcNow()
            ? found
            : null;
    }

    /// <summary>Uses a token up.</summary>
    /// <returns>False when somebody else has, a moment ago.</returns>
    public async Task<bool> UseAsync(Stored<OneTimeToken> read, CancellationToken cancellationToken) =>
        read.Value.UsedAt is null
        && await rows.ReplaceAsync(read, read.Value with { UsedAt = clock.GetUtcNow() }, cancellationToken) is WriteResult.Done;

    /// <summary>Tokens that expired before an instant; reads the whole table.</summary>
    public IAsyncEnumerable<Stored<OneTimeToken>> ExpiredBeforeAsync(DateTimeOffset instant, CancellationToken cancellationToken) =>
        rows.QueryAsync(TableClient.CreateQueryFilter($"ExpiresAt lt {instant}"), cancellationToken);

    public Task<WriteResult> DeleteAsync(Stored<OneTimeToken> read, CancellationToken cancellationToken) => rows.DeleteAsync(read, cancellationToken);

    /// <summary>Deletes the tokens of one subject, used ones too; reads the whole table.</summary>
    public async Task DeleteOfAsync(string subject, CancellationToken cancellationToken)
    {
        await foreach (var token in rows.QueryAsync(TableClient.CreateQueryFilter($"Subject eq {subject}"), cancellationToken))
        {
            await rows.DeleteAsync(token.Entity.PartitionKey, token.Entity.RowKey, Azure.ETag.All, cancellationToken);
        }
    }

    private static (string Partition, string Row) KeyOf(string secret)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
        return (hash[..2], hash);
    }
}
