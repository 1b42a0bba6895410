using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Distribution.Testing.Functions.Protocol;
using Distribution.Testing.Servers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Kind = Distribution.Testing.Functions.Protocol.StreamingMessage.ContentOneofCase;

namespace Distribution.Testing.Functions;

/// <summary>
/// Plays the Functions host: starts a built worker as a process, loads its functions by the worker's protocol, and runs them as timers,
/// messages and requests would.
/// </summary>
public sealed class FunctionsHost : IAsyncDisposable
{
    /// <summary>Any version from which the host speaks this protocol.</summary>
    private const string Version = "4.1037.0.0";

    private readonly WorkerChannel channel;
    private readonly WebApplication server;
    private readonly ServerProcess process;

    private FunctionsHost(WorkerChannel channel, WebApplication server, ServerProcess process) =>
        (this.channel, this.server, this.process) = (channel, server, process);

    /// <summary>The Functions head as it was built with these tests, or the package that <c>DISTRIBUTION_HEAD</c> names.</summary>
    public static string Head { get; } =
        Environment.GetEnvironmentVariable("DISTRIBUTION_HEAD") ?? BuiltBeside("src/Distribution.Functions", "Distribution.Functions.dll");

    public IReadOnlyDictionary<string, HeadFunction> Functions { get; private set; } = new Dictionary<string, HeadFunction>();

    /// <summary>Where the worker takes requests that are forwarded to it.</summary>
    public Uri WorkerAddress { get; private set; } = null!;

    public int ProcessId => process.Id;

    public IReadOnlyCollection<string> Logs => channel.Logs;

    /// <summary>The settings with which a test starts the application, and those that only the triggers read.</summary>
    public static Dictionary<string, string?> Settings(Azurite azurite) => new(TestSettings.For(azurite))
    {
        ["AzureWebJobsStorage"] = azurite.ConnectionString,
        ["Mail:Security"] = "None",
        ["Mail:Host"] = IPAddress.Loopback.ToString(),
    };

    /// <summary>Starts the program and loads all its functions.</summary>
    /// <exception cref="HeadEndedException">It has ended instead.</exception>
    public static async Task<FunctionsHost> StartAsync(
        string program, IEnumerable<KeyValuePair<string, string?>> settings, CancellationToken cancellationToken)
    {
        WorkerChannel channel = new();
        var server = await ListenAsync(channel, cancellationToken);
        FunctionsHost host = new(channel, server, Start(program, new(server.Urls.Single()), settings));
        try
        {
            await host.LoadAsync(Path.GetDirectoryName(program)!, cancellationToken);
            return host;
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    /// <summary>A project's program, built with the configuration of these tests.</summary>
    public static string BuiltBeside(string project, string program)
    {
        var framework = new DirectoryInfo(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));
        return Path.Combine(Repository.Root, project, "bin", framework.Parent!.Name, framework.Name, program);
    }

    public HttpClient Client(string? key = null)
    {
        HttpClient client = new(new HeadRequests(this)) { BaseAddress = new("http://press.example.org") };
        if (key is not null) client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return client;
    }

    public Task<HeadInvocation> RunTimerAsync(string function, CancellationToken cancellationToken)
    {
        var now = TimeProvider.System.GetUtcNow().ToString("o", CultureInfo.InvariantCulture);
        var timer = JsonSerializer.Serialize(new { ScheduleStatus = new { Last = now, Next = now, LastUpdated = now }, IsPastDue = false });
        return InvokeAsync(function, new() { Json = timer }, Guid.NewGuid().ToString(), cancellationToken);
    }

    public Task<HeadInvocation> RunMessageAsync(string function, string message, CancellationToken cancellationToken) =>
        InvokeAsync(function, new() { String = message }, Guid.NewGuid().ToString(), cancellationToken);

    /// <summary>Sends the signal to the worker.</summary>
    public Task SignalAsync(string signal, CancellationToken cancellationToken) => process.SignalAsync(signal, cancellationToken);

    public Task<(int Code, string Error)> WaitForEndAsync(CancellationToken cancellationToken) =>
        process.WaitForEndAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await process.DisposeAsync();
        await server.DisposeAsync();
    }

    internal async Task<HeadInvocation> InvokeAsync(string function, TypedData data, string invocation, CancellationToken cancellationToken)
    {
        var called = Functions[function];
        InvocationRequest request = new() { InvocationId = invocation, FunctionId = called.Metadata.FunctionId, TraceContext = new() };
        request.InputData.Add(new ParameterBinding { Name = called.Parameter, Data = data });
        StreamingMessage cancel = new() { InvocationCancel = new() { InvocationId = invocation } };
        await using var leaving = cancellationToken.Register(() => channel.Send(cancel));
        var answer = await channel.AskAsync(
            new() { InvocationRequest = request }, Kind.InvocationResponse, invocation, cancellationToken);
        var result = answer.InvocationResponse.Result;
        return new(result.Status == StatusResult.Types.Status.Success, result.Exception?.Message);
    }

    private static async Task<WebApplication> ListenAsync(WorkerChannel channel, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(channel).AddGrpc(grpc => grpc.MaxReceiveMessageSize = null);
        builder.WebHost.ConfigureKestrel(kestrel =>
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2));
        var server = builder.Build();
        server.MapGrpcService<WorkerService>();
        await server.StartAsync(cancellationToken);
        return server;
    }

    private static ServerProcess Start(string program, Uri address, IEnumerable<KeyValuePair<string, string?>> settings)
    {
        var folder = Path.GetDirectoryName(program)!;
        KeyValuePair<string, string?>[] platform =
        [
            new("FUNCTIONS_WORKER_RUNTIME", "dotnet-isolated"),
            new("FUNCTIONS_APPLICATION_DIRECTORY", folder),
            new("FUNCTIONS_WORKER_DIRECTORY", folder),
        ];
        return ServerProcess.StartProgram(
            program,
            [.. platform, .. settings],
            "--functions-uri", address.AbsoluteUri,
            "--functions-worker-id", Guid.NewGuid().ToString(),
            "--functions-request-id", Guid.NewGuid().ToString(),
            "--functions-grpc-max-message-length", int.MaxValue.ToString(CultureInfo.InvariantCulture));
    }

    private async Task LoadAsync(string folder, CancellationToken cancellationToken)
    {
        var ending = process.WaitForEndAsync(cancellationToken);
        if (await Task.WhenAny(channel.Opened, ending) == ending)
        {
            var (code, error) = await ending;
            throw new HeadEndedException(code, error);
        }

        WorkerInitRequest hello = new() { HostVersion = Version, WorkerDirectory = folder, FunctionAppDirectory = folder };
        var init = await channel.AskAsync(new() { WorkerInitRequest = hello }, Kind.WorkerInitResponse, "", cancellationToken);
        WorkerAddress = new(init.WorkerInitResponse.Capabilities["HttpUri"]);
        FunctionsMetadataRequest list = new() { FunctionAppDirectory = folder };
        var listed = await channel.AskAsync(
            new() { FunctionsMetadataRequest = list }, Kind.FunctionMetadataResponse, "", cancellationToken);
        var functions = listed.FunctionMetadataResponse.FunctionMetadataResults;
        foreach (var metadata in functions) await LoadAsync(metadata, cancellationToken);
        Functions = functions.ToDictionary(metadata => metadata.Name, metadata => new HeadFunction(metadata));
    }

    private async Task LoadAsync(RpcFunctionMetadata metadata, CancellationToken cancellationToken)
    {
        FunctionLoadRequest load = new() { FunctionId = metadata.FunctionId, Metadata = metadata };
        var answer = await channel.AskAsync(
            new() { FunctionLoadRequest = load }, Kind.FunctionLoadResponse, metadata.FunctionId, cancellationToken);
        if (answer.FunctionLoadResponse.Result is { Status: not StatusResult.Types.Status.Success, Exception: var failure })
            throw new InvalidOperationException($"The function {metadata.Name} cannot be loaded: {failure?.Message}");
    }
}
