using Azure;
using Azure.Data.Tables;
using Distribution.Platform.Storage;

namespace Distribution.Releases.Workflow;

/// <summary>
/// The versions of a release that approvers have seen, beside it; a row sorts before the release, which is read without them.
/// </summary>
public sealed class ReleaseLookStore(Tables tables)
{
    private const string Prefix = "look.";
    private const string End = "look/";

    private readonly Rows<ReleaseLook> looks = new(tables[Tables.Releases]);

    /// <param name="release">Id of the release.</param>
    /// <param name="user">Id of the approver.</param>
    public async Task<ReleaseLook?> FindAsync(string release, string user, CancellationToken cancellationToken) =>
        (await looks.FindAsync(release, Prefix + user, cancellationToken))?.Value;

    public Task PutAsync(string release, string user, ReleaseLook look, CancellationToken cancellationToken) =>
        looks.PutAsync(release, Prefix + user, look, cancellationToken);

    /// <summary>Deletes all of a release that was deleted.</summary>
    public async Task DeleteAsync(string release, CancellationToken cancellationToken)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {release} and RowKey gt {Prefix} and RowKey lt {End}");
        await foreach (var (row, _) in looks.TimesAsync(filter, cancellationToken))
            await looks.DeleteAsync(release, row, ETag.All, cancellationToken);
    }
}
