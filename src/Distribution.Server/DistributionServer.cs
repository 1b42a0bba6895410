using Distribution.Operations.SignIn;
using Distribution.Server.Demo;
using Distribution.Server.Embedded;
using Distribution.Web;
using Microsoft.Extensions.Configuration.Memory;
using Microsoft.Extensions.Options;
using Spectre.Console;

namespace Distribution.Server;

/// <summary>The whole application as one process: what the Functions host does in Azure is done here by loops.</summary>
internal static class DistributionServer
{
    /// <returns>False when it was to play the demo and that went wrong.</returns>
    public static async Task<bool> RunAsync(string[] args, CancellationToken cancellationToken)
    {
        var (signIn, others) = SignInLinkCommand.Read(args);
        var (demo, rest) = DemoArguments.Read(others);
        var builder = WebApplication.CreateBuilder(rest);
        if (demo is not null) DemoSettings.Add(builder.Configuration);
        var addresses = ServerAddresses.Read(builder.Configuration);
        await using var embedded = await new EmbeddedStart(builder.Configuration, TimeProvider.System).RunAsync(cancellationToken);
        await using var app = Build(builder, addresses, embedded);
        app.Services.GetService<IStartupValidator>()?.Validate();
        await app.Services.GetRequiredService<StorageStart>().RunAsync(cancellationToken);
        if (signIn is not null)
        {
            await SignInLinkCommand.RunAsync(app.Services, signIn, cancellationToken);
            return true;
        }

        await app.StartAsync(cancellationToken);
        await Console.Out.WriteLineAsync(await Announcement.TextAsync(app, embedded, cancellationToken));
        return demo is null ? await ServeAsync(app, embedded) : await PlayAsync(app, embedded, demo);
    }

    /// <summary>Plays the demo beside the serving, and then ends or keeps serving, as the arguments say.</summary>
    private static async Task<bool> PlayAsync(WebApplication app, EmbeddedServices embedded, DemoArguments demo)
    {
        DemoPlace place = new(new(app.Urls.First()), embedded.InboxAddress!, app.Configuration["Security:AdministratorKey"]!);
        var serving = ServeAsync(app, embedded);
        var playing = new DemoRun(
            place,
            app.Services.GetRequiredService<CreateSignInLink>(),
            AnsiConsole.Console,
            TimeProvider.System).RunAsync(app.Lifetime.ApplicationStopping);
        if (await Task.WhenAny(serving, playing) == serving) return await serving;
        if (demo.Exit || playing.IsFaulted) app.Lifetime.StopApplication();
        await serving;
        return await playing;
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
        yield return new("Logging:LogLevel:Distribution.Web.Platform.Security", "Warning");
        if (embedded.StorageFolder is null)
            yield break;
        yield return new("Public:Address", addresses.Local);
        foreach (var setting in embedded.Defaults())
            yield return setting;
    }

    private static async Task<bool> ServeAsync(WebApplication app, EmbeddedServices embedded)
    {
        var (stopped, ended) = (app.WaitForShutdownAsync(CancellationToken.None), embedded.EndedAsync());
        if (await Task.WhenAny(stopped, ended) == stopped)
            return true;
        app.Lifetime.StopApplication();
        await stopped;
        throw new ServerFailure(await ended);
    }
}
