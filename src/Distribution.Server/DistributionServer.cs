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
        var addresses = ServerAddresses.Read(builder.Configuration);
        await using var embedded = await new EmbeddedStart(builder.Configuration, TimeProvider.System).RunAsync(cancellationToken);
        await using var app = Build(builder, addresses, embedded);
        app.Services.GetService<IStartupValidator>()?.Validate();
        await app.Services.GetRequiredService<StorageStart>().RunAsync(cancellationToken);
        await app.StartAsync(cancellationToken);
        await Console.Out.WriteLineAsync(Announcement.Text(app, embedded));
        await ServeAsync(app, embedded);
    }

    private static WebApplication Build(WebApplicationBuilder builder, ServerAddresses addresses, EmbeddedServices embedded)
    {
        builder.Configuration.AddInMemoryCollection(embedded.Settings());
        builder.Configuration.Sources.Insert(0, new MemoryConfigurationSource { InitialData = Defaults(addresses, embedded) });
        if (addresses.Urls.Length > 0)
            builder.WebHost.UseUrls(addresses.Urls);
        builder.Services.AddDistribution(builder.Configuration).AddDistributionWeb(builder.Configuration).AddServer(builder.Configuration);
        var app = builder.Build();
        app.UseDistribution();
        return app;
    }

    private static IEnumerable<KeyValuePair<string, string?>> Defaults(ServerAddresses addresses, EmbeddedServices embedded)
    {
        yield return new("Logging:LogLevel:Microsoft", "Warning");
        yield return new("Logging:LogLevel:Distribution.Web.Security", "Warning");
        if (embedded.StorageFolder is null)
            yield break;
        yield return new("Public:Address", addresses.Local);
        foreach (var setting in embedded.Defaults())
            yield return setting;
    }

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
