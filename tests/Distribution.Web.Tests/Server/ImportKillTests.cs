using System.Diagnostics;
using System.Globalization;
using System.Text;
using Azure.Data.Tables;
using Distribution.Audiences.Imports;
using Distribution.Contacts.Contacts;
using Distribution.Platform.Audit;
using Distribution.Platform.Jobs;
using Distribution.Platform.Storage;
using Distribution.Testing;
using Distribution.Testing.Servers;

namespace Distribution.Web.Tests.Server;

/// <summary>A server, as a process, is killed in the middle of an import, and another on the same storage continues it.</summary>
public sealed class ImportKillTests(Azurite azurite, ITestOutputHelper output) : IAsyncDisposable
{
    private const int People = 3_000;
    private const string List = "press";

    /// <summary>The import is in its middle then.</summary>
    private const int PartsBefore = 4;

    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(45);

    /// <summary>The timer of jobs runs each minute, and finds a job whose lease is over.</summary>
    private static readonly TimeSpan LongestTakeover = Lease + TimeSpan.FromMinutes(1) + TimeSpan.FromSeconds(10);

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);

    private readonly ServerFolder folder = new();
    private readonly CancellationTokenSource patience = new(TimeSpan.FromMinutes(10));

    private CancellationToken Cancellation => patience.Token;

    /// <summary>Explicit: it waits for the end of a lease.</summary>
    [Fact(Explicit = true)]
    public async Task After_a_kill_another_server_continues_the_import_and_each_row_is_there_once()
    {
        await using var desk = await DispatchHost.OpenAsync(azurite, Cancellation);
        await desk.AddListAsync(List, Cancellation);
        await using var first = folder.Start(desk.Settings, "--urls", "http://127.0.0.1:0");
        var id = await StartImportAsync(desk);
        await WaitAsync(desk, id, import => import.PartsDone >= PartsBefore);
        await using var second = folder.Start(desk.Settings, "--urls", "http://127.0.0.1:0");
        Assert.NotNull(await second.WaitForLineAsync("http://", Cancellation));

        first.Kill();
        await first.WaitForEndAsync(Cancellation);
        var killed = Stopwatch.GetTimestamp();
        var dead = await JobAsync(desk, id);
        var parts = (await ImportAsync(desk, id)).PartsDone;
        Assert.InRange(parts, PartsBefore, ImportParts.All.Length - 1);
        while (await JobAsync(desk, id) is { } job && job.Owner == dead!.Owner) await Task.Delay(Look, TimeProvider.System, Cancellation);
        var takeover = Stopwatch.GetElapsedTime(killed);
        output.WriteLine($"Killed after {parts} of {ImportParts.All.Length} parts, taken over after {takeover.TotalSeconds:F1} s.");
        var finished = await WaitAsync(desk, id, import => import.State == ImportState.Finished);

        Assert.InRange(takeover, TimeSpan.Zero, LongestTakeover);
        Assert.Equal((People, People), (finished.Rows, finished.Counts.Added));
        string[] addresses = [.. Enumerable.Range(0, People).Select(Address).Order(StringComparer.Ordinal)];
        Assert.Equal(addresses, await AddressesAsync(desk, Tables.Contacts));
        Assert.Equal(addresses, await AddressesAsync(desk, Tables.Subscriptions));
    }

    public ValueTask DisposeAsync()
    {
        patience.Dispose();
        return folder.DisposeAsync();
    }

    private async Task<string> StartImportAsync(DispatchHost desk)
    {
        using MemoryStream file = new(Encoding.UTF8.GetBytes(
            $"Email,Name\n{string.Concat(Enumerable.Range(0, People).Select(number => $"{Address(number)},Reader {number}\n"))}"));
        var uploaded = Assert.IsType<UploadImportResult.Uploaded>(
            await desk.Get<UploadImport>().RunAsync(file, "press.csv", "ana", Cancellation)).Import;
        ImportSettings settings = new()
        {
            Source = "Press list of the ministry",
            LawfulBasis = LawfulBasis.Consent,
            Language = "en",
            Country = "TT",
            Lists = [List],
            Basis = "consent",
            Evidence = "They asked the ministry for its news.",
        };
        await desk.Get<CheckImport>().RunAsync(uploaded, settings, Cancellation);
        var id = uploaded.Value.Id;
        await WaitAsync(desk, id, import => import.State == ImportState.Checked);
        var read = await desk.Get<ImportStore>().FindAsync(id, Cancellation);
        Assert.IsType<ChangeImportResult.Begun>(await desk.Get<StartImport>().RunAsync(read!, new Actor("ana", null), Cancellation));
        return id;
    }

    private async Task<Import> WaitAsync(DispatchHost desk, string id, Func<Import, bool> condition)
    {
        while (true)
        {
            var import = await ImportAsync(desk, id);
            if (condition(import)) return import;
            await Task.Delay(Look, TimeProvider.System, Cancellation);
        }
    }

    private async Task<Import> ImportAsync(DispatchHost desk, string id) =>
        (await desk.Get<ImportStore>().FindAsync(id, Cancellation))!.Value;

    private async Task<Job?> JobAsync(DispatchHost desk, string id) =>
        (await desk.Get<JobStore>().FindAsync(RunImport.JobName, id, Cancellation))?.Value;

    private async Task<IReadOnlyList<string>> AddressesAsync(DispatchHost desk, string table)
    {
        List<string> found = [];
        await foreach (var row in desk.Get<Tables>()[table].QueryAsync<TableEntity>(cancellationToken: Cancellation))
        {
            if (row.GetString("Address") is { } address) found.Add(address);
        }

        return [.. found.Order(StringComparer.Ordinal)];
    }

    private static string Address(int number) => string.Create(CultureInfo.InvariantCulture, $"r{number}@example.org");
}
