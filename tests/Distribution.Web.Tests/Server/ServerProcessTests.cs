using System.Diagnostics;
using System.Runtime.Versioning;
using Azure.Data.Tables;
using Distribution.Server.Embedded;
using Distribution.Testing.Servers;

namespace Distribution.Web.Tests.Server;

/// <summary>The whole program as a person starts and stops it.</summary>
public sealed class ServerProcessTests : IAsyncDisposable
{
    private readonly ServerFolder folder = new();
    private readonly CancellationTokenSource patience = new(TimeSpan.FromMinutes(2));

    private CancellationToken Cancellation => patience.Token;

    [Fact]
    public async Task It_prints_where_everything_is()
    {
        var address = $"http://127.0.0.1:{LoopbackPort.AnyFree()}";
        await using var server = folder.Start([], "--urls", address);

        await server.WaitForLineAsync("Ctrl+C", Cancellation);

        Assert.Contains($"listens at {address}", server.Output, StringComparison.Ordinal);
        Assert.Contains($"console   {address}/console", server.Output, StringComparison.Ordinal);
        Assert.Contains($"API       {address}/api/docs", server.Output, StringComparison.Ordinal);
        Assert.Contains($"newsroom  {address}/", server.Output, StringComparison.Ordinal);
        Assert.Matches(@"inbox     http://127\.0\.0\.1:\d+/", server.Output);
        Assert.Contains("for trying out", server.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("warn:", server.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task A_signal_to_its_terminal_ends_it_and_all_that_it_started(string signal)
    {
        await using var server = folder.Start([]);
        await server.WaitForLineAsync("Ctrl+C", Cancellation);
        Assert.NotEmpty(folder.Processes());

        await server.SignalAsync(signal, Cancellation);
        var (code, error) = await server.WaitForEndAsync(Cancellation);

        Assert.Equal("", error);
        Assert.Equal(0, code);
        Assert.Empty(folder.Processes());
    }

    [Fact]
    public async Task Killing_it_ends_all_that_it_started_and_the_storage_has_saved()
    {
        var endpoints = new AzuriteEndpoints(LoopbackPort.AnyFree(), LoopbackPort.AnyFree(), LoopbackPort.AnyFree());
        var table = new TableClient(endpoints.ConnectionString, "Killed");
        await using (var server = folder.Start(Ports(endpoints)))
        {
            await server.WaitForLineAsync("Ctrl+C", Cancellation);
            await table.CreateAsync(Cancellation);
            await table.AddEntityAsync(new TableEntity("a", "b") { ["Word"] = "presse" }, Cancellation);
            server.Kill();
        }

        await using var next = folder.Start(Ports(endpoints));
        await next.WaitForLineAsync("Ctrl+C", Cancellation);

        var row = await table.GetEntityAsync<TableEntity>("a", "b", cancellationToken: Cancellation);
        Assert.Equal("presse", row.Value.GetString("Word"));
        next.Kill();
        await folder.WaitForNoProcessAsync(Cancellation);
    }

    [Fact]
    public async Task It_stops_with_a_sentence_when_its_storage_dies()
    {
        await using var server = folder.Start([]);
        await server.WaitForLineAsync("Ctrl+C", Cancellation);

        await EndStorageAsync();
        var (code, error) = await server.WaitForEndAsync(Cancellation);

        Assert.Equal(1, code);
        Assert.StartsWith("The built-in storage (Azurite) has ended by itself", error, StringComparison.Ordinal);
        Assert.Empty(folder.Processes());
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public async Task Its_secrets_are_made_once_and_only_its_user_can_read_them()
    {
        var file = Path.Combine(folder.Path, "secrets.json");
        await RunOnceAsync();
        var made = await File.ReadAllTextAsync(file, Cancellation);
        await RunOnceAsync();

        Assert.Equal(made, await File.ReadAllTextAsync(file, Cancellation));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
    }

    public ValueTask DisposeAsync()
    {
        patience.Dispose();
        return folder.DisposeAsync();
    }

    private async Task RunOnceAsync()
    {
        await using var server = folder.Start([]);
        await server.WaitForLineAsync("Ctrl+C", Cancellation);
    }

    private async Task EndStorageAsync()
    {
        var storage = await File.ReadAllTextAsync(Path.Combine(folder.Path, "azurite.pid"), Cancellation);
        using var kill = Process.Start("kill", ["-s", "TERM", storage.Trim()]);
        await kill.WaitForExitAsync(Cancellation);
    }

    private static KeyValuePair<string, string?>[] Ports(AzuriteEndpoints endpoints) =>
    [
        new("Embedded:BlobPort", $"{endpoints.Blob}"), new("Embedded:QueuePort", $"{endpoints.Queue}"),
        new("Embedded:TablePort", $"{endpoints.Table}"),
    ];
}
