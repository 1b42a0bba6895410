using Distribution.Server.Embedded;
using Distribution.Web;
using Microsoft.Extensions.Configuration.Memory;
using Microsoft.Extensions.Options;

namespace Distribution.Server;

/// <summary>The whole application as one process: what the Functions host does in Azure is done here by loops.</summary>
internal static class DistributionServer
{
    public static async Task RunAsync(string[] args, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateBuilder(args);
        var addresses = ServerAddress.Choose(builder.Configuration);
        await using var embedded = await new EmbeddedStart(builder.Configuration, TimeProvider.System).RunAsync(cancellationToken);
        await using var app = Build(builder, addresses, embedded);
        app.Services.GetService<IStartupValidator>()?.Validate();
        await app.Services.GetRequiredService<StorageStart>().RunAsync(cancellationToken);
        await app.StartAsync(cancellationToken);
        foreach (var line in Announcement.Lines(app.Urls.First(), embedded))
            await Console.Out.WriteLineAsync(line);
        await ServeAsync(app, embedded);
    }

    private static WebApplication Build(WebApplicationBuilder builder, string[] addresses, EmbeddedServices embedded)
    {
        builder.Configuration.AddInMemoryCollection(embedded.Settings());
        builder.Configuration.Sources.Insert(0, new MemoryConfigurationSource { InitialData = Defaults(addresses, embedded) });
        builder.WebHost.UseUrls(addresses);
        builder.Services.AddDistribution(builder.Configuration).AddDistributionWeb(builder.Configuration).AddServer(builder.Configuration);
        var app = builder.Build();
        app.UseDistribution();
        return app;
    }

    private static IEnumerable<KeyValuePair<string, string?>> Defaults(string[] addresses, EmbeddedServices embedded) =>
    [
        new("Logging:LogLevel:Microsoft", "Warning"),
        .. embedded.StorageFolder is null ? [] : addresses.Take(1).Select(address => KeyValuePair.Create("Public:Address", (string?)address)),
        .. embedded.Defaults(),
    ];

    private static async Task ServeAsync(WebApplication app, EmbeddedServices embedded)
    {
        var (stopped, ended) = (app.WaitForShutdownAsync(CancellationToken.None), embedded.EndedAsync());
        if (await Task.WhenAny(stopped, ended) == stopped)
            return;
        app.Lifetime.StopApplication();
        await stopped;
        throw new ServerFailure(await ended);
    }
}
