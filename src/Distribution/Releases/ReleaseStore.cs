using Azure;
using Azure.Data.Tables;
using Distribution.Storage;

namespace Distribution.Releases;

/// <summary>A release and its texts, in one partition, so that they are written together.</summary>
public sealed class ReleaseStore(Tables tables)
{
    private const string Main = "release";
    private const string TextPrefix = "text.";

    private readonly Rows<Release> releases = new(tables[Tables.Releases]);
    private readonly Rows<Translation> texts = new(tables[Tables.Releases]);
    private readonly TableClient table = tables[Tables.Releases];

    public async Task<ReleaseDocument?> FindAsync(string id, CancellationToken cancellationToken)
    {
        Stored<Release>? main = null;
        List<Stored<Translation>> found = [];
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {id}");
        await foreach (var row in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
        {
            if (row.RowKey == Main) main = Rows<Release>.Read(row);
            else found.Add(Rows<Translation>.Read(row));
        }

        return main is null ? null : new(main, found);
    }

    public Task<Stored<Release>?> FindMainAsync(string id, CancellationToken cancellationToken) => releases.FindAsync(id, Main, cancellationToken);

    public Task<WriteResult> AddAsync(Release release, IEnumerable<Translation> translations, CancellationToken cancellationToken) =>
        releases.TransactAsync(
            translations.Select(text => Add(Rows<Translation>.NewRow(release.Id, TextPrefix + text.Language, text)))
                .Prepend(Add(Rows<Release>.NewRow(release.Id, Main, release))),
            cancellationToken);

    /// <summary>Writes release and texts if the release is still the one that was read; texts that are no longer there go.</summary>
    public Task<WriteResult> ReplaceAsync(
        ReleaseDocument read, Release release, IReadOnlyCollection<Translation> translations, CancellationToken cancellationToken)
    {
        var gone = read.Texts.Where(text => translations.All(kept => kept.Language != text.Value.Language));
        return releases.TransactAsync(
            [
                new(TableTransactionActionType.UpdateReplace, Columns<Release>.Write(release, new TableEntity(read.Row.Entity)), read.Row.ETag),
                .. gone.Select(text => new TableTransactionAction(TableTransactionActionType.Delete, text.Entity, ETag.All)),
                .. translations.Select(text => new TableTransactionAction(
                    TableTransactionActionType.UpsertReplace, Rows<Translation>.NewRow(release.Id, TextPrefix + text.Language, text))),
            ],
            cancellationToken);
    }

    /// <summary>Writes the release alone if it is still the one that was read.</summary>
    public Task<WriteResult> ReplaceAsync(Stored<Release> read, Release release, CancellationToken cancellationToken) =>
        releases.ReplaceAsync(read, release, cancellationToken);

    public Task<WriteResult> DeleteAsync(ReleaseDocument read, CancellationToken cancellationToken) =>
        releases.TransactAsync(
            [
                new(TableTransactionActionType.Delete, read.Row.Entity, read.Row.ETag),
                .. read.Texts.Select(text => new TableTransactionAction(TableTransactionActionType.Delete, text.Entity, ETag.All)),
            ],
            cancellationToken);

    /// <summary>Releases whose mails are not all out; reads the whole table.</summary>
    public IAsyncEnumerable<Stored<Release>> UnfinishedAsync(CancellationToken cancellationToken) =>
        releases.QueryAsync(TableClient.CreateQueryFilter($"RowKey eq {Main} and State ne {"released"}"), cancellationToken);

    /// <summary>Whether the office has a release; reads the whole table.</summary>
    public async Task<bool> AnyOfAsync(string office, CancellationToken cancellationToken) =>
        await releases.QueryAsync(TableClient.CreateQueryFilter($"RowKey eq {Main} and Office eq {office}"), cancellationToken).AnyAsync(cancellationToken);

    private static TableTransactionAction Add(TableEntity row) => new(TableTransactionActionType.Add, row);
}
