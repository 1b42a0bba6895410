using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Distribution.Testing.Faults;

/// <summary>
/// Stands before the tables and queues of the storage and lets everything through, unless a test scripts it:
/// <code>
/// await using var proxy = await StorageProxy.StartAsync(azurite, cancellationToken);
/// var lost = proxy.On(StorageRequest.Is("PATCH", "Batches"), StorageFault.LoseAnswer);   // once, then none
/// await using var desk = await DispatchHost.OpenAsync(azurite, cancellationToken, proxy.Setting);
/// </code>
/// </summary>
public sealed class StorageProxy : IAsyncDisposable
{
    private readonly WebApplication server;
    private readonly StorageForwarder forwarder = new();
    private readonly ConcurrentQueue<StorageScript> scripts = new();
    private readonly ConcurrentDictionary<string, int> counts = new();
    private readonly Dictionary<int, (StorageService Service, Uri Address)> services = [];

    private StorageProxy(WebApplication server) => this.server = server;

    /// <summary>The setting with which the program goes through the proxy.</summary>
    public (string Key, string? Value) Setting { get; private set; }

    /// <summary>How many requests there were of each <see cref="StorageRequest.Kind"/>, those that met a fault included.</summary>
    public IReadOnlyDictionary<string, int> Counts => counts;

    /// <summary>How long each request waits before it goes on, as to a storage far away.</summary>
    public TimeSpan Delay { get; init; }

    public static Task<StorageProxy> StartAsync(Azurite azurite, CancellationToken cancellationToken) =>
        StartAsync(azurite.ConnectionString, TimeSpan.Zero, cancellationToken);

    public static async Task<StorageProxy> StartAsync(string connectionString, TimeSpan delay, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, 0);
            kestrel.Listen(IPAddress.Loopback, 0);
        });
        StorageProxy proxy = new(builder.Build()) { Delay = delay };
        proxy.server.Run(proxy.ServeAsync);
        await proxy.server.StartAsync(cancellationToken);
        proxy.StandBefore(connectionString);
        return proxy;
    }

    /// <summary>Does this to the next requests that match, after letting some of them through.</summary>
    public StorageScript On(Func<StorageRequest, bool> match, StorageFault fault, int skip = 0, int times = 1)
    {
        StorageScript script = new(match, fault, skip, times);
        scripts.Enqueue(script);
        return script;
    }

    /// <summary>Forgets what it has counted.</summary>
    public void CountAnew() => counts.Clear();

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        forwarder.Dispose();
    }

    private void StandBefore(string connectionString)
    {
        var ports = server.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses
            .Select(address => new Uri(address).Port).ToArray();
        foreach (var (service, port) in Enum.GetValues<StorageService>().Zip(ports))
        {
            Uri address = new(Regex.Match(connectionString, $"(?<={service}Endpoint=)[^;]+").Value);
            services[port] = (service, address);
            connectionString = connectionString.Replace($":{address.Port}/", $":{port}/", StringComparison.Ordinal);
        }

        Setting = ("Storage:ConnectionString", connectionString);
    }

    private async Task ServeAsync(HttpContext context)
    {
        var (service, address) = services[context.Connection.LocalPort];
        using MemoryStream body = new();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        StorageRequest request = new(
            service, context.Request.Method, target[address.AbsolutePath.Length..], Encoding.UTF8.GetString(body.ToArray()));
        counts.AddOrUpdate(request.Kind, 1, (_, count) => count + 1);
        var fault = scripts.Select(script => script.Take(request)).FirstOrDefault(taken => taken is not null);
        await AnswerAsync(context, service, body.ToArray(), fault ?? StorageFault.None);
    }

    private async Task AnswerAsync(HttpContext context, StorageService service, byte[] body, StorageFault fault)
    {
        await fault.Until.WaitAsync(context.RequestAborted);
        if (Delay > TimeSpan.Zero) await Task.Delay(Delay, TimeProvider.System, context.RequestAborted);
        if (fault.Status > 0)
        {
            await StorageForwarder.RefuseAsync(context, service, fault.Status, context.RequestAborted);
            return;
        }

        // Once begun it is done, even if the client has left.
        using var answer = fault.IsForwarded
            ? await forwarder.SendAsync(context, body, services[context.Connection.LocalPort].Address, CancellationToken.None)
            : null;
        if (answer is null || fault.Breaks) context.Abort();
        else await StorageForwarder.GiveAsync(context, answer, context.RequestAborted);
    }
}
