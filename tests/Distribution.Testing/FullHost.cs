using System.Net;
using Distribution.Testing.Smtp;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Distribution.Testing;

/// <summary>
/// The whole program: a newsdesk that sends, and its web side over TLS, on one storage, with one clock that the test moves.
/// </summary>
public sealed class FullHost : IAsyncDisposable
{
    private FullHost(DispatchHost desk, HttpHost web) => (Dispatch, Web) = (desk, web);

    public DispatchHost Dispatch { get; }

    public HttpHost Web { get; }

    /// <summary>The host name of the public address, which leads nowhere by itself.</summary>
    public string PublicHost => new Uri(Dispatch.Settings["Public:Address"]!).Host;

    /// <summary>Where it listens with TLS.</summary>
    public Uri SecureAddress => new(
        Web.Get<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single(
            address => address.StartsWith(Uri.UriSchemeHttps, StringComparison.Ordinal)));

    public static async Task<FullHost> OpenAsync(
        Azurite azurite, CancellationToken cancellationToken, params (string Key, string? Value)[] settings)
    {
        var desk = await DispatchHost.OpenAsync(azurite, cancellationToken, settings);
        try
        {
            var web = await HttpHost.StartAsync(azurite, cancellationToken, desk.Settings, services => Configure(services, desk));
            return new(desk, web);
        }
        catch
        {
            await desk.DisposeAsync();
            throw;
        }
    }

    /// <summary>Sends what is due and what waits in the outbox.</summary>
    /// <returns>The mails that have come by that.</returns>
    public async Task<IReadOnlyList<ReceivedMail>> SendAsync(CancellationToken cancellationToken)
    {
        var before = Dispatch.Relay.Mails.Count;
        await Dispatch.RunAsync(cancellationToken);
        return [.. Dispatch.Relay.Mails.Skip(before)];
    }

    public async ValueTask DisposeAsync()
    {
        await Web.DisposeAsync();
        await Dispatch.DisposeAsync();
    }

    private static void Configure(IServiceCollection services, DispatchHost desk) => services
        .Replace(ServiceDescriptor.Singleton<TimeProvider>(desk.Clock))
        .Configure<KestrelServerOptions>(options =>
        {
            options.Listen(IPAddress.Loopback, 0);
            options.Listen(IPAddress.Loopback, 0, secure => secure.UseHttps(SmtpCertificate.Create()));
        });
}
