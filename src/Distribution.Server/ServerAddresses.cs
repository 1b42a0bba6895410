using System.Net;
using Distribution.Server.Embedded;

namespace Distribution.Server;

/// <summary>Where the server listens: where the user says, else on port 5080 of the loopback interface or on any free one.</summary>
/// <param name="Urls">The setting for Kestrel; none when it reads the user's addresses from another setting.</param>
/// <param name="Local">Where this machine itself reaches the server; null when that is known only afterwards.</param>
internal sealed record ServerAddresses(string[] Urls, string? Local)
{
    private const int UsualPort = 5080;
    private static readonly string[] Loopback = ["localhost", "127.0.0.1", "[::1]"];

    public static ServerAddresses Read(IConfiguration configuration)
    {
        if (List(configuration["urls"]) is { Length: > 0 } urls)
            return new(urls, Check(urls));
        if (OtherSettings(configuration).ToArray() is { Length: > 0 } others)
            return new([], Check(others));
        var usual = $"http://127.0.0.1:{LoopbackPort.Choose(given: null, UsualPort, "--urls")}";
        return new([usual], usual);
    }

    private static IEnumerable<string> OtherSettings(IConfiguration configuration) =>
    [
        .. List(configuration["http_ports"]).Select(port => $"http://*:{port}"),
        .. List(configuration["https_ports"]).Select(port => $"https://*:{port}"),
        .. configuration.GetSection("Kestrel:Endpoints").GetChildren().Select(endpoint => endpoint["Url"]).OfType<string>(),
    ];

    private static string[] List(string? text) =>
        text?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

    // Before anything is started, and because Kestrel would log a stack trace.
    private static string? Check(string[] addresses)
    {
        foreach (var address in addresses)
        {
            var parsed = Parse(address);
            if (!parsed.IsUnixPipe && LoopbackPort.Obstacle(Interface(parsed.Host), parsed.Port) is { } obstacle)
                throw new ServerFailure($"The server cannot listen at {address} ({obstacle.Message}): give another address with --urls.");
        }
        return LocalOf(Parse(addresses[0]));
    }

    private static BindingAddress Parse(string address)
    {
        try
        {
            if (BindingAddress.Parse(address) is { Port: >= IPEndPoint.MinPort and <= IPEndPoint.MaxPort } parsed)
                return parsed;
        }
        catch (FormatException)
        {
            // Said below.
        }
        throw new ServerFailure($"'{address}' is not an address to listen at: give one such as http://127.0.0.1:{UsualPort} with --urls.");
    }

    private static string? LocalOf(BindingAddress address) => address switch
    {
        { IsUnixPipe: true } or { Port: 0 } => null,
        _ when Loopback.Contains(address.Host) => $"{address.Scheme}://{address.Host}:{address.Port}",
        _ => $"{address.Scheme}://localhost:{address.Port}",
    };

    private static IPAddress Interface(string host) => host switch
    {
        "localhost" => IPAddress.Loopback,
        _ when IPAddress.TryParse(host, out var address) => address,
        _ => IPAddress.Any,
    };
}
