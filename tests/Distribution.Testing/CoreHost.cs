using Distribution.Platform.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;

namespace Distribution.Testing;

/// <summary>The application without its web part, over tables of its own and with a clock that the test moves.</summary>
public sealed class CoreHost : IAsyncDisposable
{
    private readonly ServiceProvider services;

    private CoreHost(ServiceProvider services, FakeTimeProvider clock) => (this.services, Clock) = (services, clock);

    public FakeTimeProvider Clock { get; }

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    public static async Task<CoreHost> StartAsync(
        Azurite azurite, CancellationToken cancellationToken, (string Key, string? Value)? setting = null)
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 24, 13, 0, 0, TimeSpan.Zero));
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Storage:ConnectionString"] = azurite.ConnectionString,
            ["Storage:Prefix"] = Azurite.NewPrefix(),
            ["Security:ContactSecret"] = Convert.ToBase64String(new byte[32]),
            ["Security:LinkSecrets:0"] = Convert.ToBase64String(new byte[32]),
            ["Public:Address"] = "https://press.example.org",
        }).AddInMemoryCollection(setting is { } other ? [new(other.Key, other.Value)] : []).Build();
        var services = new ServiceCollection().AddLogging().AddDistribution(configuration)
            .Replace(ServiceDescriptor.Singleton<TimeProvider>(clock))
            .BuildServiceProvider(validateScopes: true);
        await services.GetRequiredService<PrepareStorage>().RunAsync(cancellationToken);
        return new(services, clock);
    }

    public ValueTask DisposeAsync() => services.DisposeAsync();
}
