using Azure;
using Azure.Data.Tables;
using Distribution.Platform.Storage;
using Distribution.Releases.Workflow;

namespace Distribution.Releases.Drafts;

/// <summary>A release, its texts and what happened to it, in one partition, so that they are written together.</summary>
public sealed class ReleaseStore(Tables tables)
{
    private const string Main = "release";
    private const string TextPrefix = "text.";

    // Sorts before the release and its texts, which are read in one go.
    private const string OpenPrefix = "open.";
    private const string OpenEnd = "open/";

    private readonly Rows<Release> releases = new(tables[Tables.Releases]);
    private readonly Rows<Translation> texts = new(tables[Tables.Releases]);
    private readonly Rows<ReleaseTransition> steps = new(tables[Tables.Releases]);
    private readonly TableClient table = tables[Tables.Releases];

    public async Task<ReleaseDocument?> FindAsync(string id, CancellationToken cancellationToken)
    {
        Stored<Release>? main = null;
        List<Stored<Translation>> found = [];
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {id} and RowKey ge {Main}");
        await foreach (var row in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
        {
            if (row.RowKey == Main) main = Rows<Release>.Read(row);
            else found.Add(Rows<Translation>.Read(row));
        }

        return main is null ? null : new(main, found);
    }

    public Task<Stored<Release>?> FindMainAsync(string id, CancellationToken cancellationToken) =>
        releases.FindAsync(id, Main, cancellationToken);

    /// <summary>Adds a release with its texts and the steps that made it.</summary>
    public Task<WriteResult> AddAsync(
        Release release,
        IEnumerable<Translation> translations,
        IReadOnlyList<ReleaseTransition> steps,
        CancellationToken cancellationToken) =>
        releases.TransactAsync(
            [
                Add(Rows<Release>.NewRow(release.Id, Main, release)),
                .. translations.Select(text => Add(Rows<Translation>.NewRow(release.Id, TextPrefix + text.Language, text))),
                .. steps.Select(Open),
            ],
            cancellationToken);

    /// <summary>Writes release, texts and step if the release is still the one that was read; texts that are no longer there go.</summary>
    /// <param name="step">Null for an edit that belongs to one which has its step already.</param>
    public Task<WriteResult> ReplaceAsync(
        ReleaseDocument read,
        Release release,
        IReadOnlyCollection<Translation> translations,
        ReleaseTransition? step,
        CancellationToken cancellationToken)
    {
        var gone = read.Texts.Where(text => translations.All(kept => kept.Language != text.Value.Language));
        return releases.TransactAsync(
            [
                Replace(read.Row, release),
                .. gone.Select(text => new TableTransactionAction(TableTransactionActionType.Delete, text.Entity, ETag.All)),
                .. translations.Select(text => new TableTransactionAction(
                    TableTransactionActionType.UpsertReplace, Rows<Translation>.NewRow(release.Id, TextPrefix + text.Language, text))),
                .. step is null ? [] : new[] { Open(step) },
            ],
            cancellationToken);
    }

    /// <summary>Writes release and step if the release is still the one that was read.</summary>
    public Task<WriteResult> ReplaceAsync(
        Stored<Release> read, Release release, ReleaseTransition step, CancellationToken cancellationToken) =>
        releases.TransactAsync([Replace(read, release), Open(step)], cancellationToken);

    /// <summary>Writes the release alone, for what is no step, if it is still the one that was read.</summary>
    public Task<WriteResult> ReplaceAsync(Stored<Release> read, Release release, CancellationToken cancellationToken) =>
        releases.ReplaceAsync(read, release, cancellationToken);

    /// <summary>Deletes release and texts; its steps stay.</summary>
    public Task<WriteResult> DeleteAsync(ReleaseDocument read, ReleaseTransition step, CancellationToken cancellationToken) =>
        releases.TransactAsync(
            [
                new(TableTransactionActionType.Delete, read.Row.Entity, read.Row.ETag),
                .. read.Texts.Select(text => new TableTransactionAction(TableTransactionActionType.Delete, text.Entity, ETag.All)),
                Open(step),
            ],
            cancellationToken);

    /// <summary>Transitions that are not in the audit yet, or whose users are not all notified; oldest first.</summary>
    public IAsyncEnumerable<Stored<ReleaseTransition>> OpenTransitionsAsync(string release, CancellationToken cancellationToken) =>
        steps.QueryAsync(
            TableClient.CreateQueryFilter($"PartitionKey eq {release} and RowKey gt {OpenPrefix} and RowKey lt {OpenEnd}"),
            cancellationToken);

    public Task CloseTransitionAsync(Stored<ReleaseTransition> step, CancellationToken cancellationToken) =>
        steps.DeleteAsync(step, cancellationToken);

    /// <summary>Releases whose mails are not all out; reads the whole table.</summary>
    public IAsyncEnumerable<Stored<Release>> UnfinishedAsync(CancellationToken cancellationToken) =>
        releases.QueryAsync(TableClient.CreateQueryFilter($"RowKey eq {Main} and State ne {"released"}"), cancellationToken);

    /// <summary>Whether the office has a release; reads the whole table.</summary>
    public async Task<bool> AnyOfAsync(string office, CancellationToken cancellationToken) =>
        await releases.QueryAsync(TableClient.CreateQueryFilter($"RowKey eq {Main} and Office eq {office}"), cancellationToken)
            .AnyAsync(cancellationToken);

    private static TableTransactionAction Replace(Stored<Release> read, Release release) =>
        new(TableTransactionActionType.UpdateReplace, Columns<Release>.Write(release, new TableEntity(read.Entity)), read.ETag);

    private static TableTransactionAction Open(ReleaseTransition step) =>
        Add(Rows<ReleaseTransition>.NewRow(step.Release, $"{OpenPrefix}{step.At.UtcTicks:D19}.{step.Id}", step));

    private static TableTransactionAction Add(TableEntity row) => new(TableTransactionActionType.Add, row);
}
