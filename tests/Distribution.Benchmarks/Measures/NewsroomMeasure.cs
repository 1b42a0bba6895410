using System.Diagnostics;
using System.Globalization;
using Distribution.Benchmarks.Parts;
using Distribution.Publisher.Offices;
using Distribution.Publisher.Organisations;
using Distribution.Releases.Drafts;
using Distribution.Releases.Newsroom;

namespace Distribution.Benchmarks.Measures;

/// <summary>
/// Measures the requests and the time of a list page and a feed of the newsroom, among few releases and among many; beside it the same by
/// reading each release for itself. The releases in Spanish are older than all others, one in ten.
/// </summary>
internal static class NewsroomMeasure
{
    private const int PageSize = 20;
    private const int FeedSize = 50;
    private const int Rounds = 21;
    private const int MostOperations = 3;

    /// <summary>How often the order of time was read for a page when few releases were in its language.</summary>
    private const int MostReads = 5;

    public static async Task<IEnumerable<Measured>> RunAsync(PageArguments arguments, CancellationToken cancellationToken)
    {
        await using var storage = await BenchmarkStorage.StartAsync(cancellationToken);
        List<Measured> lines = [];
        foreach (var releases in arguments.Releases)
        {
            await using var room = await PressRoom.OpenAsync(storage, cancellationToken);
            await FillAsync(room, releases, cancellationToken);
            lines.AddRange(await ReadAsync(room, $"{releases.ToString("N0", CultureInfo.InvariantCulture)} releases", cancellationToken));
        }

        return lines;
    }

    private static Task FillAsync(PressRoom room, int releases, CancellationToken cancellationToken) => Parallel.ForEachAsync(
        Enumerable.Range(0, releases),
        new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = cancellationToken },
        async (number, token) => await room.PublishAsync(
            number, number < releases / 10 ? "es" : number % 2 == 0 ? "en" : "fr", new('x', 4_000), token));

    private static async Task<IEnumerable<Measured>> ReadAsync(PressRoom room, string among, CancellationToken cancellationToken)
    {
        var read = room.Get<ReadNewsroom>();
        var last = (await read.AllAsync("en", PageSize, null, cancellationToken)).After;
        for (var next = last; next is not null; next = (await read.AllAsync("en", PageSize, next, cancellationToken)).After) last = next;
        return
        [
            .. await MeasureAsync(room, $"{among}, newest page of all", () => read.AllAsync("en", PageSize, null, cancellationToken)),
            .. await MeasureAsync(room, $"{among}, oldest page of all", () => read.AllAsync("en", PageSize, last, cancellationToken)),
            .. await MeasureAsync(room, $"{among}, page in Spanish", () => read.InAsync("es", PageSize, null, cancellationToken)),
            .. await MeasureAsync(room, $"{among}, feed of all", () => read.AllWithBodiesAsync("en", FeedSize, cancellationToken)),
            .. await MeasureAsync(room, $"{among}, feed in Spanish", () => read.WithBodiesInAsync("es", FeedSize, cancellationToken)),
            .. await MeasureAsync(
                room, $"{among}, newest page, one by one", () => OneByOneAsync(room, null, PageSize, cancellationToken), isOurs: false),
            .. await MeasureAsync(
                room, $"{among}, page in Spanish, one by one", () => OneByOneAsync(room, "es", PageSize, cancellationToken), isOurs: false),
            .. await MeasureAsync(
                room, $"{among}, feed of all, one by one", () => OneByOneAsync(room, null, FeedSize, cancellationToken), isOurs: false),
        ];
    }

    private static async Task<IEnumerable<Measured>> MeasureAsync(PressRoom room, string what, Func<Task> readAsync, bool isOurs = true)
    {
        List<double> times = [];
        long most = 0;
        for (var round = 0; round < Rounds; round++)
        {
            using StorageOperations operations = new();
            var started = Stopwatch.GetTimestamp();
            await room.Get<OrganisationStore>().FindAsync(CancellationToken.None);
            await readAsync();
            times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            most = Math.Max(most, operations.Count);
        }

        times.Sort();
        return
        [
            isOurs ? Measured.AtMost($"{what}: operations", most, MostOperations) : Measured.Fact($"{what}: operations", most),
            Measured.Fact($"{what}: the middle of {Rounds} readings, ms", times[Rounds / 2]),
        ];
    }

    /// <summary>Reads each release after the order of time, and then looks whether it is in the language, as we once did.</summary>
    private static async Task<int> OneByOneAsync(PressRoom room, string? language, int limit, CancellationToken cancellationToken)
    {
        var (found, from, offices) = (0, (string?)null, room.Get<OfficeStore>());
        for (var reads = 0; reads < MostReads; reads++)
        {
            var rows = await room.Get<ReleaseTimeStore>().PublicAsync(limit - found, from, cancellationToken);
            var documents = await Task.WhenAll(
                rows.Items.Select(row => room.Get<ReleaseStore>().FindAsync(row.Value.Release, cancellationToken)));
            found += documents.Count(document => language is null || document!.Languages.Contains(language));
            from = rows.After;
            if (from is null || found == limit) break;
        }

        await offices.FindAsync(PressRoom.Office, cancellationToken);
        return found;
    }
}
