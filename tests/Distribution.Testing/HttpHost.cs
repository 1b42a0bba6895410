using System.Net.Http.Headers;
using Distribution.Platform.Storage;
using Distribution.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Distribution.Testing;

/// <summary>The program with its whole HTTP pipeline on a free port, over tables of its own and with a clock that the test moves.</summary>
public sealed class HttpHost : IAsyncDisposable
{
    public const string AdministratorKey = "an-administrator-key-for-tests-only";

    private readonly WebApplication app;

    private HttpHost(WebApplication app, FakeTimeProvider clock)
    {
        (this.app, Clock) = (app, clock);
        Address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        Administrator = Client(AdministratorKey);
        Anonymous = Client(null);
    }

    public FakeTimeProvider Clock { get; }

    public Uri Address { get; }

    /// <summary>A client that may do everything.</summary>
    public HttpClient Administrator { get; }

    public HttpClient Anonymous { get; }

    public IServiceProvider Services => app.Services;

    public T Get<T>()
        where T : notnull => app.Services.GetRequiredService<T>();

    public HttpClient Client(string? key)
    {
        var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = Address };
        if (key is not null) client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return client;
    }

    /// <param name="azurite">Where its tables are.</param>
    /// <param name="settings">Settings beside, or instead of, the usual ones of a test.</param>
    /// <param name="configure">Services beside, or instead of, the usual ones.</param>
    public static async Task<HttpHost> StartAsync(
        Azurite azurite,
        CancellationToken cancellationToken,
        IReadOnlyDictionary<string, string?>? settings = null,
        Action<IServiceCollection>? configure = null)
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 24, 13, 0, 0, TimeSpan.Zero));
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseKestrel().UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Host.UseDefaultServiceProvider(options => options.ValidateOnBuild = options.ValidateScopes = true);
        builder.Configuration.AddInMemoryCollection(TestSettings.For(azurite))
            .AddInMemoryCollection(settings ?? new Dictionary<string, string?>());
        builder.Services.AddDistribution(builder.Configuration).AddDistributionWeb(builder.Configuration);
        builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock));
        configure?.Invoke(builder.Services);
        var app = builder.Build();
        app.UseDistribution();
        await app.Services.GetRequiredService<PrepareStorage>().RunAsync(cancellationToken);
        await app.StartAsync(cancellationToken);
        return new HttpHost(app, clock);
    }

    public async ValueTask DisposeAsync()
    {
        Administrator.Dispose();
        Anonymous.Dispose();
        await app.DisposeAsync();
    }
}
