using Distribution.Server.Loops;
using Microsoft.Extensions.Options;

namespace Distribution.Server;

internal static class ServerServices
{
    private static readonly TimeSpan MostForLastWrites = TimeSpan.FromSeconds(20);

    /// <summary>The head's additions to the application: its start, its timers and its queues.</summary>
    public static IServiceCollection AddServer(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<ServerOptions>().Bind(configuration.GetSection(ServerOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<ServerOptions>, ServerOptionsValidator>();
        services.Configure<HostOptions>(host => host.ShutdownTimeout = QueueLoop.Grace + MostForLastWrites);
        services.AddLogging(logging => logging.AddSimpleConsole(console => console.SingleLine = true));
        return services.AddSingleton<StorageStart>().AddLoops(configuration);
    }
}
