using System.Diagnostics;
using System.Globalization;
using System.Text;
using Azure.Data.Tables;
using Distribution.Benchmarks.Parts;
using Distribution.Contacts;
using Distribution.Imports;
using Distribution.Jobs;
using Distribution.Storage;

namespace Distribution.Benchmarks.Measures;

/// <summary>An import of many rows that are all new, onto one list, against a bare loop that writes the same rows in the same kind of transactions.</summary>
internal static class ImportMeasure
{
    private const int RowsPerTransaction = 100;

    /// <summary>A transaction takes 4 MiB; a row of the index is some kilobytes of JSON.</summary>
    private const int BytesPerTransaction = 3_000_000;

    private static readonly string[] Written = [Tables.Addresses, Tables.Contacts, Tables.Subscriptions, Tables.ContactIndex];

    public static async Task<IEnumerable<Measured>> RunAsync(ContactArguments arguments, CancellationToken cancellationToken)
    {
        var (many, few) = (arguments.Contacts, arguments.Contacts / 10);
        var (_, _, _, smallHeap) = await ImportAsync(few, watchesHeap: true, bare: false, cancellationToken);
        var (_, _, _, largeHeap) = await ImportAsync(5 * few, watchesHeap: true, bare: false, cancellationToken);
        var (large, rows, bare, _) = await ImportAsync(many, watchesHeap: false, bare: true, cancellationToken);
        return
        [
            Measured.Fact($"import of {many} rows, s", large.Time.TotalSeconds, "0.0"),
            Measured.Fact("table rows that it writes, each row of the file", rows.Values.Sum() / (double)many, "0.0"),
            Measured.Fact("the same rows written bare, s", bare.TotalSeconds, "0.0"),
            Measured.AtLeast("import ÷ bare, rows per second", bare / large.Time, 0.6),
            Measured.AtMost("transactions per 100 table rows", 100.0 * large.Operations / rows.Values.Sum(), 3, "0.00"),
            Measured.Fact($"memory in use while importing {few}, MB", smallHeap / 1_000_000, "0.0"),
            Measured.Fact($"memory in use while importing {5 * few}, MB", largeHeap / 1_000_000, "0.0"),
        ];
    }

    private static async Task<((TimeSpan Time, long Operations) Import, Dictionary<string, int> Rows, TimeSpan Bare, double Heap)> ImportAsync(
        int people, bool watchesHeap, bool bare, CancellationToken cancellationToken)
    {
        await using var storage = await BenchmarkStorage.StartAsync(cancellationToken);
        await using var room = await PressRoom.OpenAsync(storage, cancellationToken);
        await room.AddListAsync("press", [], cancellationToken);
        var import = await CheckedAsync(room, people, cancellationToken);
        using StorageOperations operations = new();
        using var heap = watchesHeap ? new HeapPeak() : null;
        var started = Stopwatch.GetTimestamp();
        await room.Get<StartImport>().RunAsync(import, cancellationToken);
        var finished = await WorkAsync(room, import.Value.Id, cancellationToken);
        var time = Stopwatch.GetElapsedTime(started);
        if (finished.Counts.Added != people) throw new BenchmarkFailure($"Only {finished.Counts.Added} of {people} rows were added.");
        var (rows, bareTime) = bare ? await BareAsync(room, cancellationToken) : ([], default);
        return ((time, operations.Count), rows, bareTime, heap?.Bytes ?? 0);
    }

    private static async Task<Stored<Import>> CheckedAsync(PressRoom room, int people, CancellationToken cancellationToken)
    {
        using MemoryStream file = new(Encoding.UTF8.GetBytes(FileOf(people)));
        if (await room.Get<UploadImport>().RunAsync(file, "press.csv", "benchmark", cancellationToken) is not UploadImportResult.Uploaded { Import: var import })
            throw new BenchmarkFailure("The file of the benchmark cannot be read.");
        ImportSettings settings = new()
        {
            Source = "benchmark", LawfulBasis = LawfulBasis.Consent, Language = "en", Country = "TT", Lists = ["press"], Basis = "consent", Evidence = "Invented.",
        };
        await room.Get<CheckImport>().RunAsync(import, settings, cancellationToken);
        await WorkAsync(room, import.Value.Id, cancellationToken);
        return (await room.Get<ImportStore>().FindAsync(import.Value.Id, cancellationToken))!;
    }

    private static async Task<Import> WorkAsync(PressRoom room, string id, CancellationToken cancellationToken)
    {
        while (true)
        {
            await room.Get<RunWork>().RunAsync($"{RunImport.JobName}|{id}", cancellationToken);
            if ((await room.Get<ImportStore>().FindAsync(id, cancellationToken))!.Value is { State: ImportState.Checked or ImportState.Finished } done) return done;
        }
    }

    private static string FileOf(int people)
    {
        StringBuilder text = new("Email,Given name,Family name,Outlet,Role,Topics,Languages\n");
        for (var number = 0; number < people; number++)
            text.Append(CultureInfo.InvariantCulture, $"reader{number}@example.org,Reader,Number {number % 5_000},Gazette {number % 500},reporter,health;topic {number % 40},en;fr\n");
        return text.ToString();
    }

    /// <summary>Writes the rows that the import has written once more, with keys of their own, a transaction after the other.</summary>
    private static async Task<(Dictionary<string, int> Rows, TimeSpan Time)> BareAsync(PressRoom room, CancellationToken cancellationToken)
    {
        Dictionary<string, int> counts = [];
        List<(TableClient Table, List<TableEntity> Rows)> transactions = [];
        foreach (var name in Written)
        {
            var table = room.Get<Tables>()[name];
            await table.CreateIfNotExistsAsync(cancellationToken);
            var copy = room.Get<Tables>()[$"{name}Copy"];
            await copy.CreateIfNotExistsAsync(cancellationToken);
            await foreach (var row in table.QueryAsync<TableEntity>(cancellationToken: cancellationToken))
            {
                counts[name] = counts.GetValueOrDefault(name) + 1;
                if (transactions is not [.., var last] || !HasRoom(last, copy, row)) transactions.Add((copy, [row]));
                else last.Rows.Add(row);
            }
        }

        var started = Stopwatch.GetTimestamp();
        foreach (var (table, rows) in transactions)
            await table.SubmitTransactionAsync(rows.Select(row => new TableTransactionAction(TableTransactionActionType.Add, row)), cancellationToken);
        return (counts, Stopwatch.GetElapsedTime(started));
    }

    private static bool HasRoom((TableClient Table, List<TableEntity> Rows) transaction, TableClient table, TableEntity row) =>
        transaction.Table.Name == table.Name
        && transaction.Rows[^1].PartitionKey == row.PartitionKey
        && transaction.Rows.Count < RowsPerTransaction
        && transaction.Rows.Count * row.Sum(column => (column.Value?.ToString() ?? "").Length + column.Key.Length) < BytesPerTransaction;
}
