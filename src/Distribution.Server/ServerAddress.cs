using System.Net;
using Distribution.Server.Embedded;

namespace Distribution.Server;

/// <summary>Where the server listens: where the user says, else on port 5080 of the loopback interface or on any free one.</summary>
internal static class ServerAddress
{
    private const int UsualPort = 5080;
    private static readonly string[] Settings = ["urls", "http_ports", "https_ports", "Kestrel:Endpoints"];

    /// <summary>Answers the addresses to listen at, or none when the user gave them in another way than as addresses.</summary>
    public static string[] Choose(IConfiguration configuration)
    {
        if (configuration["urls"] is { Length: > 0 } given)
            return Checked(given.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        return Settings.Any(setting => configuration.GetSection(setting).Exists())
            ? []
            : [$"http://127.0.0.1:{LoopbackPort.Choose(given: null, UsualPort, "--urls")}"];
    }

    private static string[] Checked(string[] addresses)
    {
        foreach (var address in addresses)
            Check(address);
        return addresses;
    }

    // Before anything is started, and because Kestrel would log a stack trace.
    private static void Check(string address)
    {
        if (Parse(address) is not { Port: >= IPEndPoint.MinPort and <= IPEndPoint.MaxPort } parsed)
            throw new ServerFailure($"'{address}' is not an address to listen at: give one such as http://127.0.0.1:{UsualPort} with --urls.");
        if (!parsed.IsUnixPipe && LoopbackPort.Obstacle(Interface(parsed.Host), parsed.Port) is { } obstacle)
            throw new ServerFailure($"The server cannot listen at {address} ({obstacle.Message}): give another address with --urls.");
    }

    private static BindingAddress? Parse(string address)
    {
        try
        {
            return BindingAddress.Parse(address);
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static IPAddress Interface(string host) => host switch
    {
        "localhost" => IPAddress.Loopback,
        _ when IPAddress.TryParse(host, out var address) => address,
        _ => IPAddress.Any,
    };
}
