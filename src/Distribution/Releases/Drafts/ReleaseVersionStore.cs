using System.Globalization;
using Azure;
using Azure.Data.Tables;
using Distribution.Platform.Storage;

namespace Distribution.Releases.Drafts;

/// <summary>
/// The earlier versions of a release with their texts, beside the release. A version is written once, before the next one replaces it, and
/// never changes. A version that differs from the one before only by an approval is not kept.
/// </summary>
public sealed class ReleaseVersionStore(Tables tables)
{
    private const string Prefix = "earlier.";
    private const string TextPrefix = "earlier.text.";
    private const string End = "earlier/";

    private readonly Rows<Release> releases = new(tables[Tables.Releases]);
    private readonly Rows<Translation> texts = new(tables[Tables.Releases]);

    /// <summary>Keeps the release as it was read; does nothing where that version is kept already.</summary>
    public async Task KeepAsync(ReleaseDocument read, CancellationToken cancellationToken)
    {
        var (id, number) = (read.Release.Id, Number(read.Release.Version));
        await releases.TransactAsync(
            [
                Add(Rows<Release>.NewRow(id, Prefix + number, read.Release)),
                .. read.Translations.Select(text => Add(Rows<Translation>.NewRow(id, $"{TextPrefix}{number}.{text.Language}", text))),
            ],
            cancellationToken);
    }

    /// <summary>An earlier version; null where it was not kept.</summary>
    public async Task<ReleaseDocument?> FindAsync(string release, int version, CancellationToken cancellationToken)
    {
        var number = Number(version);
        if (await releases.FindAsync(release, Prefix + number, cancellationToken) is not { } main) return null;
        var (from, to) = ($"{TextPrefix}{number}.", $"{TextPrefix}{number}/");
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {release} and RowKey gt {from} and RowKey lt {to}");
        return new(main, await texts.QueryAsync(filter, cancellationToken).ToListAsync(cancellationToken));
    }

    /// <summary>The earlier versions without their texts, oldest first.</summary>
    public IAsyncEnumerable<Release> AllAsync(string release, CancellationToken cancellationToken) =>
        releases.QueryAsync(
            TableClient.CreateQueryFilter($"PartitionKey eq {release} and RowKey gt {Prefix} and RowKey lt {TextPrefix}"),
            cancellationToken).Select(row => row.Value);

    /// <summary>Deletes all earlier versions.</summary>
    public async Task DeleteAsync(string release, CancellationToken cancellationToken)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {release} and RowKey gt {Prefix} and RowKey lt {End}");
        await foreach (var (row, _) in texts.TimesAsync(filter, cancellationToken))
            await texts.DeleteAsync(release, row, ETag.All, cancellationToken);
    }

    private static string Number(int version) => version.ToString("D6", CultureInfo.InvariantCulture);

    private static TableTransactionAction Add(TableEntity row) => new(TableTransactionActionType.Add, row);
}
