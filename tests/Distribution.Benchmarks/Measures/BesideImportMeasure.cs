using System.Diagnostics;
using Azure.Data.Tables;
using Distribution.Audiences.Imports;
using Distribution.Benchmarks.Parts;
using Distribution.Contacts.Search;
using Distribution.Platform.Storage;

namespace Distribution.Benchmarks.Measures;

/// <summary>
/// A page of the search among imported contacts, alone and beside a further import in the same process; beside it also one bare request
/// for as many rows, and how long the process lets a piece of work wait, so that it can be said who is slow.
/// </summary>
internal static class BesideImportMeasure
{
    private const int PerPage = 25;

    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(20);

    /// <summary>An import of many rows lasts longer.</summary>
    private static readonly TimeSpan Beside = TimeSpan.FromSeconds(90);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    public static async Task<IEnumerable<Measured>> RunAsync(ContactArguments arguments, CancellationToken cancellationToken)
    {
        await using var storage = await BenchmarkStorage.StartAsync(cancellationToken);
        await using var room = await PressRoom.OpenAsync(storage, cancellationToken);
        await room.AddListAsync("press", [], cancellationToken);
        await ImportAsync(room, "reader", arguments.Contacts, cancellationToken);
        var further = await ImportMeasure.CheckedAsync(room, arguments.Contacts, cancellationToken, "further");
        var quiet = await ReadAsync(room, Task.CompletedTask, Quiet, cancellationToken);
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await room.Get<StartImport>().RunAsync(further, new("ana", null), cancellationToken);
        var importing = Task.Run(() => ImportMeasure.WorkAsync(room, further.Value.Id, enough.Token), cancellationToken);
        var beside = await ReadAsync(room, importing, Beside, cancellationToken);
        await enough.CancelAsync();
        await ((Task)importing).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return
        [
            .. Lines("quiet", quiet),
            .. Lines("beside an import", beside),
            Measured.AtMost("search page beside an import ÷ quiet, middle", Middle(beside.Search) / Middle(quiet.Search), 5, "0.0"),
            Measured.Fact("bare request beside an import ÷ quiet, middle", Middle(beside.Bare) / Middle(quiet.Bare), "0.0"),
        ];
    }

    private static async Task ImportAsync(PressRoom room, string name, int people, CancellationToken cancellationToken)
    {
        var import = await ImportMeasure.CheckedAsync(room, people, cancellationToken, name);
        await room.Get<StartImport>().RunAsync(import, new("ana", null), cancellationToken);
        await ImportMeasure.WorkAsync(room, import.Value.Id, cancellationToken);
    }

    private static async Task<Times> ReadAsync(PressRoom room, Task beside, TimeSpan length, CancellationToken cancellationToken)
    {
        var table = room.Get<Tables>()[Tables.ContactIndex];
        var some = await table.QueryAsync<TableEntity>(maxPerPage: 1, cancellationToken: cancellationToken).FirstAsync(cancellationToken);
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {some.PartitionKey}");
        Times times = new([], [], []);
        for (var started = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(started) < length;)
        {
            await TimeAsync(times.Search, () => room.Get<SearchContacts>().RunAsync(new(), PerPage, null, cancellationToken));
            await TimeAsync(
                times.Bare,
                async () => await table.QueryAsync<TableEntity>(filter, PerPage, cancellationToken: cancellationToken).AsPages()
                    .FirstAsync(cancellationToken));
            var asked = Stopwatch.GetTimestamp();
            times.Pool.Add(await Task.Run(() => Stopwatch.GetElapsedTime(asked), cancellationToken));
            if (beside != Task.CompletedTask && beside.IsCompleted) return times;
            await Task.Delay(Pause, TimeProvider.System, cancellationToken);
        }

        return times;
    }

    private static async Task TimeAsync(List<TimeSpan> times, Func<Task> read)
    {
        var asked = Stopwatch.GetTimestamp();
        await read();
        times.Add(Stopwatch.GetElapsedTime(asked));
    }

    private static IEnumerable<Measured> Lines(string when, Times times) =>
    [
        Measured.Fact($"{when}: a search page, ms, middle of {times.Search.Count}", Middle(times.Search)),
        Measured.Fact($"{when}: a search page, ms, longest", times.Search.Max().TotalMilliseconds),
        Measured.Fact($"{when}: a bare request for as many rows, ms, middle", Middle(times.Bare)),
        Measured.Fact($"{when}: a bare request for as many rows, ms, longest", times.Bare.Max().TotalMilliseconds),
        Measured.Fact($"{when}: until a piece of work begins, ms, longest", times.Pool.Max().TotalMilliseconds, "0.0"),
    ];

    private static double Middle(List<TimeSpan> times) => times.Order().ElementAt(times.Count / 2).TotalMilliseconds;

    private sealed record Times(List<TimeSpan> Search, List<TimeSpan> Bare, List<TimeSpan> Pool);
}
