using System.Net;
using System.Net.Sockets;
using Distribution.Server.Embedded;
using Distribution.Testing;
using Distribution.Testing.Servers;

namespace Distribution.Web.Tests.Server;

/// <summary>
/// Settings that the server refuses to start with: one sentence with the remedy, a code other than 0, and no stack trace.
/// </summary>
public sealed class ServerRefusalTests(Azurite azurite) : IAsyncDisposable
{
    private readonly ServerFolder folder = new();
    private readonly CancellationTokenSource patience = new(TimeSpan.FromMinutes(2));

    private CancellationToken Cancellation => patience.Token;

    [Fact]
    public Task A_machine_without_Node() =>
        AssertRefusedAsync("There is no node on the PATH: install Node.js 20", [new("PATH", PathWith("setsid", "dotnet"))]);

    [Fact]
    public Task A_Node_that_is_too_old() =>
        AssertRefusedAsync("Node.js 20 or later is needed", [new("PATH", PathWithOldNode())]);

    [Fact]
    public Task An_npm_that_fails() =>
        AssertRefusedAsync("npm could not install",
        [
            new("Embedded:Directory", Path.Combine(folder.Path, "new")),
            new("NPM_CONFIG_OFFLINE", "true"),
            new("NPM_CONFIG_CACHE", folder.Path)
        ]);

    [Fact]
    public async Task An_address_that_is_taken()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var address = $"http://{taken.LocalEndpoint}";

        await AssertRefusedAsync($"cannot listen at {address}", [], "--urls", address);
    }

    [Theory]
    [InlineData("127")]
    [InlineData("http://127.0.0.1:99999")]
    public Task An_address_that_is_none(string address) =>
        AssertRefusedAsync($"'{address}' is not an address to listen at", [], "--urls", address);

    [Fact]
    public async Task A_port_for_the_storage_that_is_taken()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = $"{((IPEndPoint)taken.LocalEndpoint).Port}";

        await AssertRefusedAsync($"Port {port} is taken: give Embedded:TablePort another", [new("Embedded:TablePort", port)]);
    }

    [Fact]
    public async Task The_storage_of_another_server()
    {
        await using var first = folder.Start([]);
        await first.WaitForLineAsync("Ctrl+C", Cancellation);

        await AssertRefusedAsync("Another server keeps its storage in", []);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("AccountName=example")]
    [InlineData("DefaultEndpointsProtocol=https;AccountName=example;AccountKey=no;EndpointSuffix=core.windows.net")]
    public Task A_wrong_connection_string(string text) =>
        AssertRefusedAsync("Storage:ConnectionString is not the connection string", Real(text));

    [Fact]
    public Task A_wrong_account_key() =>
        AssertRefusedAsync(
            "The storage account refuses the server (403",
            Real(azurite.ConnectionString.Replace("AccountKey=E", "AccountKey=F", StringComparison.Ordinal)));

    [Fact]
    public Task A_storage_that_stays_down()
    {
        var nobody = new AzuriteEndpoints(LoopbackPort.AnyFree(), LoopbackPort.AnyFree(), LoopbackPort.AnyFree());

        return AssertRefusedAsync(
            "The storage does not answer (Connection refused", Real(nobody.ConnectionString).Append(new("Server:StorageWait", "00:00:01")));
    }

    [Fact]
    public async Task A_storage_that_takes_connections_and_never_answers()
    {
        using TcpListener silent = new(IPAddress.Loopback, 0);
        silent.Start();
        var port = ((IPEndPoint)silent.LocalEndpoint).Port;
        var settings = Real(new AzuriteEndpoints(port, port, port).ConnectionString).Append(new("Server:StorageWait", "00:00:01"));

        await AssertRefusedAsync("The storage does not answer (no answer)", settings);
    }

    [Fact]
    public Task A_storage_account_without_secrets() =>
        AssertRefusedAsync(
            "Set Security:ContactSecret",
            Real(azurite.ConnectionString).Where(setting => !setting.Key.StartsWith("Security:", StringComparison.Ordinal)));

    [Fact]
    public Task Several_settings_that_are_missing() =>
        AssertRefusedAsync(
            "Set Public:Address", [new("Storage:ConnectionString", azurite.ConnectionString), new("Mail:Host", "127.0.0.1")]);

    [Fact]
    public Task Mail_to_everybody_from_the_built_in_storage() =>
        AssertRefusedAsync("Mail:Recipients=* is refused", [new("Mail:Host", "127.0.0.1"), new("Mail:Recipients", "*")]);

    [Theory]
    [InlineData("DispatchSchedule", "* * *", "DispatchSchedule is not a schedule of six fields")]
    [InlineData("Embedded:BlobPort", "abc", "Embedded:BlobPort")]
    [InlineData("Embedded:BlobPort", "0", "Embedded.BlobPort")]
    [InlineData("Server:StorageWait", "-00:00:01", "StorageWait")]
    public Task An_invalid_setting(string key, string value, string sentence) =>
        AssertRefusedAsync(sentence, [new(key, value)]);

    public ValueTask DisposeAsync()
    {
        patience.Dispose();
        return folder.DisposeAsync();
    }

    private async Task AssertRefusedAsync(
        string sentence, IEnumerable<KeyValuePair<string, string?>> settings, params IEnumerable<string> arguments)
    {
        await using var server = folder.Start(settings, arguments);

        var (code, error) = await server.WaitForEndAsync(Cancellation);

        Assert.Contains(sentence, error, StringComparison.Ordinal);
        Assert.Single(error.TrimEnd().Split('\n'));
        Assert.Equal(1, code);
    }

    private static KeyValuePair<string, string?>[] Real(string connectionString) =>
    [
        new("Storage:ConnectionString", connectionString),
        new("Mail:Host", "127.0.0.1"),
        new("Security:ContactSecret", Convert.ToBase64String(new byte[32])),
        new("Security:LinkSecrets:0", Convert.ToBase64String(new byte[32])),
        new("Public:Address", "https://press.example.org"),
    ];

    private string PathWithOldNode()
    {
        var path = PathWith("setsid", "dotnet", "npm", "sh");
        var node = Path.Combine(path, "node");
        File.WriteAllText(node, "#!/bin/sh\necho v18.20.4\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(node, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        return path;
    }

    // A folder of only these programs, since others lie beside them.
    private string PathWith(params string[] programs)
    {
        var path = Directory.CreateDirectory(Path.Combine(folder.Path, "programs")).FullName;
        foreach (var program in programs)
            File.CreateSymbolicLink(Path.Combine(path, program), Locate(program));
        return path;
    }

    private static string Locate(string program) =>
        Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator).Select(at => Path.Combine(at, program)).First(File.Exists);
}
