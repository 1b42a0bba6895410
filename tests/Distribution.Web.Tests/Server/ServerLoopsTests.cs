using Azure.Data.Tables;
using Azure.Storage.Queues;
using Distribution.Dispatches.Planning;
using Distribution.Platform.Storage;
using Distribution.Testing;
using Distribution.Testing.Servers;

namespace Distribution.Web.Tests.Server;

/// <summary>That the server runs what the Functions head declares as triggers.</summary>
public sealed class ServerLoopsTests(Azurite azurite) : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly ServerFolder folder = new();
    private readonly CancellationTokenSource patience = new(TimeSpan.FromMinutes(2));
    private readonly Dictionary<string, string?> settings = new(TestSettings.For(azurite)) { ["Mail:Host"] = "127.0.0.1" };

    [Fact]
    public async Task The_dispatch_job_runs_at_start()
    {
        var jobs = new TableClient(azurite.ConnectionString, settings["Storage:Prefix"] + Tables.Jobs);
        await using var server = await StartAsync();

        await UntilAsync(async () =>
            (await jobs.GetEntityIfExistsAsync<TableEntity>("runs", DispatchDueReleases.Name, cancellationToken: patience.Token)).HasValue);
    }

    [Theory]
    [InlineData(Queues.Batches)]
    [InlineData(Queues.Work)]
    public async Task Messages_are_taken_from_the_queue(string name)
    {
        var queue = new QueueClient(azurite.ConnectionString, settings["Storage:Prefix"] + name);
        await using var server = await StartAsync();

        await queue.SendMessageAsync("nothing", patience.Token);

        await UntilAsync(async () => (await queue.GetPropertiesAsync(patience.Token)).Value.ApproximateMessagesCount == 0);
    }

    public ValueTask DisposeAsync()
    {
        patience.Dispose();
        return folder.DisposeAsync();
    }

    private async Task<ServerProcess> StartAsync()
    {
        var server = folder.Start(settings, "--urls", "http://127.0.0.1:0");
        Assert.NotNull(await server.WaitForLineAsync("Ctrl+C", patience.Token));
        return server;
    }

    private async Task UntilAsync(Func<Task<bool>> condition)
    {
        while (!await condition())
            await Task.Delay(Pause, TimeProvider.System, patience.Token);
    }
}
