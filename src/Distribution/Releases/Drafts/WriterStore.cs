using Azure;
using Azure.Data.Tables;
using Distribution.Platform.Storage;

namespace Distribution.Releases.Drafts;

/// <summary>
/// The users who have a text of a release open for writing, beside the release: one row a user, which expires. It locks nothing.
/// </summary>
public sealed class WriterStore(Tables tables, TimeProvider clock)
{
    /// <summary>How long a user counts as there after their page has last said so.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(75);

    /// <summary>How exactly the time is kept, so that an open page does not write with each request.</summary>
    public static readonly TimeSpan Precision = TimeSpan.FromSeconds(30);

    /// <summary>After this a row goes, when the next user opens the release.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    // Sorts before the release and its texts, which are read in one go.
    private const string Prefix = "now.";
    private const string End = "now/";

    private readonly Rows<Writer> rows = new(tables[Tables.Releases]);

    /// <summary>Says that a user has a text open.</summary>
    /// <returns>The others who have a text of the release open, by user.</returns>
    public async Task<IReadOnlyList<Writer>> StayAsync(string release, string user, string language, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var all = await AllAsync(release, cancellationToken).ToListAsync(cancellationToken);
        var own = all.Find(row => row.Value.User == user)?.Value;
        if (own is null || own.Language != language || now - own.At >= Precision)
        {
            Writer writer = new() { User = user, Language = language, At = now };
            await rows.PutAsync(release, Prefix + user, writer, cancellationToken);
        }

        foreach (var row in all.Where(row => now - row.Value.At > Kept)) await rows.DeleteAsync(row, cancellationToken);
        return [.. all.Select(row => row.Value).Where(writer => writer.User != user && now - writer.At < Lifetime)];
    }

    /// <summary>Deletes the rows of a release.</summary>
    public async Task DeleteAsync(string release, CancellationToken cancellationToken)
    {
        await foreach (var row in AllAsync(release, cancellationToken))
            await rows.DeleteAsync(release, Prefix + row.Value.User, ETag.All, cancellationToken);
    }

    private IAsyncEnumerable<Stored<Writer>> AllAsync(string release, CancellationToken cancellationToken) => rows.QueryAsync(
        TableClient.CreateQueryFilter($"PartitionKey eq {release} and RowKey gt {Prefix} and RowKey lt {End}"), cancellationToken);
}
