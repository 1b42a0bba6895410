using System.Diagnostics;
using System.Globalization;
using System.Text;
using Azure.Data.Tables;
using Distribution.Audiences.Imports;
using Distribution.Benchmarks.Parts;
using Distribution.Contacts.Contacts;
using Distribution.Platform.Jobs;
using Distribution.Platform.Storage;

namespace Distribution.Benchmarks.Measures;

/// <summary>An import of many rows that are all new, onto one list, against a bare loop that writes the same transactions.</summary>
internal static class ImportMeasure
{
    private const int RowsPerTransaction = 100;
    private const int DigitsOfId = 32;

    private static readonly string[] Written = [Tables.Addresses, Tables.Contacts, Tables.Subscriptions, Tables.ContactIndex];

    public static async Task<IEnumerable<Measured>> RunAsync(ContactArguments arguments, CancellationToken cancellationToken)
    {
        var (many, half) = (arguments.Contacts, arguments.Contacts / 2);
        var (_, _, _, _, smallHeap) = await ImportAsync(half, watchesHeap: true, bare: false, cancellationToken);
        var (_, _, _, _, largeHeap) = await ImportAsync(many, watchesHeap: true, bare: false, cancellationToken);
        var (time, rows, transactions, bare, _) = await ImportAsync(many, watchesHeap: false, bare: true, cancellationToken);
        return
        [
            Measured.Fact($"import of {many} rows, s", time.TotalSeconds, "0.0"),
            Measured.Fact("table rows that it writes, each row of the file", rows.Values.Sum() / (double)many, "0.0"),
            Measured.Fact("the same rows written bare, s", bare.TotalSeconds, "0.0"),
            Measured.AtLeast("import ÷ bare, rows per second", bare / time, 0.6),
            .. transactions.Select(
                table => Measured.AtMost($"transactions per 100 rows of {table.Key}", 100.0 * table.Value / rows[table.Key], 3, "0.00")),
            Measured.Fact($"memory in use while importing {half}, MB", smallHeap / 1_000_000, "0.0"),
            Measured.Fact($"memory in use while importing {many}, MB", largeHeap / 1_000_000, "0.0"),
            Measured.AtMost($"growth of the memory in use from {half} to {many}, %", 100 * ((largeHeap / smallHeap) - 1), 30, "0.0"),
        ];
    }

    private static async Task<Measurement> ImportAsync(int people, bool watchesHeap, bool bare, CancellationToken cancellationToken)
    {
        await using var storage = await BenchmarkStorage.StartAsync(cancellationToken);
        await using var room = await PressRoom.OpenAsync(storage, cancellationToken);
        await room.AddListAsync("press", [], cancellationToken);
        var import = await CheckedAsync(room, people, cancellationToken);
        using var heap = watchesHeap ? new HeapPeak() : null;
        var started = Stopwatch.GetTimestamp();
        await room.Get<StartImport>().RunAsync(import, new("ana", null), cancellationToken);
        var finished = await WorkAsync(room, import.Value.Id, cancellationToken);
        var time = Stopwatch.GetElapsedTime(started);
        if (finished.Counts.Added != people) throw new BenchmarkFailure($"Only {finished.Counts.Added} of {people} rows were added.");
        var (rows, transactions, bareTime) = bare ? await BareAsync(room, cancellationToken) : ([], [], default);
        return new(time, rows, transactions, bareTime, heap?.Bytes ?? 0);
    }

    /// <summary>An import of people whom nobody knows yet, checked and ready to be started.</summary>
    /// <param name="room">The organisation.</param>
    /// <param name="people">How many.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <param name="name">Begins their addresses.</param>
    internal static async Task<Stored<Import>> CheckedAsync(
        PressRoom room, int people, CancellationToken cancellationToken, string name = "reader")
    {
        using MemoryStream file = new(Encoding.UTF8.GetBytes(FileOf(people, name)));
        if (await room.Get<UploadImport>()
            .RunAsync(file, "press.csv", "benchmark", cancellationToken) is not UploadImportResult.Uploaded { Import: var import })
            throw new BenchmarkFailure("The file of the benchmark cannot be read.");
        ImportSettings settings = new()
        {
            Source = "benchmark",
            LawfulBasis = LawfulBasis.Consent,
            Language = "en",
            Country = "TT",
            Lists = ["press"],
            Basis = "consent",
            Evidence = "Invented.",
        };
        await room.Get<CheckImport>().RunAsync(import, settings, cancellationToken);
        await WorkAsync(room, import.Value.Id, cancellationToken);
        return (await room.Get<ImportStore>().FindAsync(import.Value.Id, cancellationToken))!;
    }

    internal static async Task<Import> WorkAsync(PressRoom room, string id, CancellationToken cancellationToken)
    {
        while (true)
        {
            await room.Get<RunWork>().RunAsync($"{RunImport.JobName}|{id}", cancellationToken);
            if ((await room.Get<ImportStore>().FindAsync(id, cancellationToken))!.Value is
                {
                    State: ImportState.Checked
                or ImportState.Finished
                } done) return done;
        }
    }

    private static string FileOf(int people, string name)
    {
        StringBuilder text = new("Email,Given name,Family name,Outlet,Role,Topics,Languages\n");
        for (var number = 0; number < people; number++)
            text.Append(
                CultureInfo.InvariantCulture,
                $"{name}{number}@example.org,Reader,Number {number % 5_000},Gazette {number % 500},reporter,health;topic "
                    + $"{number % 40},en;fr\n");
        return text.ToString();
    }

    /// <summary>
    /// Writes the rows that the import has written once more into other tables, cut into the same transactions, one after the other.
    /// </summary>
    private static async Task<(Dictionary<string, int> Rows, Dictionary<string, int> Transactions, TimeSpan Time)> BareAsync(
        PressRoom room, CancellationToken cancellationToken)
    {
        Dictionary<string, int> rows = [], counts = [];
        List<(TableClient Table, TableEntity[] Rows)> transactions = [];
        foreach (var name in Written)
        {
            var copy = room.Get<Tables>()[$"{name}Copy"];
            await copy.CreateIfNotExistsAsync(cancellationToken);
            var all =
                await room.Get<Tables>()[name].QueryAsync<TableEntity>(cancellationToken: cancellationToken).ToListAsync(cancellationToken);
            var cut = all.GroupBy(row => (Shard(row.RowKey), row.PartitionKey)).OrderBy(group => group.Key)
                .SelectMany(group => group.Chunk(RowsPerTransaction)).ToList();
            transactions.AddRange(cut.Select(some => (copy, some)));
            (rows[name], counts[name]) = (all.Count, cut.Count);
        }

        var started = Stopwatch.GetTimestamp();
        foreach (var (table, some) in transactions)
            await table.SubmitTransactionAsync(
                some.Select(row => new TableTransactionAction(TableTransactionActionType.Add, row)), cancellationToken);
        return (rows, counts, Stopwatch.GetElapsedTime(started));
    }

    /// <summary>
    /// An import takes the contacts of one shard after those of another. Keys are, or begin or end with, the contact's id.
    /// </summary>
    private static char Shard(string row) => row.Contains('|', StringComparison.Ordinal) ? row[0] : row[^DigitsOfId];

    private sealed record Measurement(
        TimeSpan Time, Dictionary<string, int> Rows, Dictionary<string, int> Transactions, TimeSpan Bare, double Heap);
}
