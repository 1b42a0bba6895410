using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Azure;
using Azure.Data.Tables;
using Distribution.Platform.Languages;
using Distribution.Platform.Storage;

namespace Distribution.Releases.Newsroom;

/// <summary>The shelves of the newsroom, on which the texts of a release stand side by side.</summary>
public sealed partial class NewsroomStore(Tables tables)
{
    private static readonly string[] WithoutBody = [.. Columns<NewsroomRow>.Names.Except([nameof(NewsroomRow.Body)])];

    private readonly Rows<NewsroomRow> rows = new(tables[Tables.Newsroom]);
    private readonly TableClient table = tables[Tables.Newsroom];

    /// <summary>
    /// The rows of a shelf that readers of a language may need, newest release first, in the parts in which the storage answers: each is
    /// one request.
    /// </summary>
    /// <param name="shelf">One of <see cref="NewsroomShelf"/>.</param>
    /// <param name="language">The readers' language.</param>
    /// <param name="after">The <see cref="Place"/> of the release to continue after, if any.</param>
    /// <param name="most">How many rows an answer has at most.</param>
    /// <param name="bodies">Whether bodies are read.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async IAsyncEnumerable<(IReadOnlyList<NewsroomRow> Rows, bool IsLast)> ReadAsync(
        string shelf,
        string language,
        string? after,
        int most,
        bool bodies,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey eq {shelf} and RowKey gt {(IsPlace(after) ? after + "/" : "")}");
        var suits = TableClient.CreateQueryFilter(
            $"Language eq {LanguageTag.Normalize(language)} or (IsFirst eq true and Primary eq {LanguageTag.Primary(language)})");
        if (shelf == NewsroomShelf.All) suits += " or IsDefault eq true";
        var answers = table.QueryAsync<TableEntity>(
            $"{filter} and ({suits})", most, bodies ? null : WithoutBody, cancellationToken).AsPages();
        await foreach (var answer in answers)
            yield return ([.. answer.Values.Select(Columns<NewsroomRow>.Read)], answer.ContinuationToken is null);
    }

    /// <summary>The texts of a release that stand on a shelf, by row key.</summary>
    public async Task<IReadOnlyDictionary<string, (string Hash, IReadOnlyList<string> Shelves)>> FindAsync(
        string shelf, string release, DateTimeOffset releasedAt, CancellationToken cancellationToken)
    {
        var place = Place(release, releasedAt);
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey eq {shelf} and RowKey gt {place + "."} and RowKey lt {place + "/"}");
        string[] columns = [nameof(TableEntity.RowKey), nameof(NewsroomRow.Hash), nameof(NewsroomRow.Shelves)];
        return await table.QueryAsync<TableEntity>(filter, select: columns, cancellationToken: cancellationToken)
            .Select(row => (row.RowKey, Columns<NewsroomRow>.Read(row)))
            .ToDictionaryAsync(row => row.Item1, row => (row.Item2.Hash, row.Item2.Shelves), cancellationToken: cancellationToken);
    }

    /// <summary>Writes and deletes rows of one shelf in one transaction.</summary>
    public async Task WriteAsync(
        string shelf, IEnumerable<NewsroomRow> written, IEnumerable<string> deleted, CancellationToken cancellationToken)
    {
        List<TableTransactionAction> actions =
        [
            .. written.Select(row => new TableTransactionAction(
                TableTransactionActionType.UpsertReplace, Rows<NewsroomRow>.NewRow(shelf, Key(row), row))),
            .. deleted.Select(key => new TableTransactionAction(
                TableTransactionActionType.Delete, new TableEntity(shelf, key), ETag.All)),
        ];
        if (actions.Count > 0) await rows.TransactAsync(actions, cancellationToken);
    }

    public static string Key(NewsroomRow row) => $"{Place(row.Release, row.ReleasedAt)}.{row.Language}";

    /// <summary>The beginning of the keys of a release's rows; releases sort by it, newest first.</summary>
    public static string Place(string release, DateTimeOffset releasedAt) =>
        string.Create(CultureInfo.InvariantCulture, $"{DateTimeOffset.MaxValue.UtcTicks - releasedAt.UtcTicks:D19}.{release}");

    private static bool IsPlace(string? text) => text is not null && PlaceForm().IsMatch(text);

    [GeneratedRegex(@"^\d{19}\.[0-9a-f]{32}$")]
    private static partial Regex PlaceForm();
}
