using System.Net;
using System.Net.Sockets;

namespace Distribution.Server.Embedded;

/// <summary>Chooses a port of the loopback interface: the one the user gave, else the usual one, else any free one.</summary>
internal static class LoopbackPort
{
    public static int Choose(int? given, int usual, string setting)
    {
        if (given is null)
            return IsFree(usual) ? usual : AnyFree();
        if (!IsFree(given.Value))
            throw new ServerFailure($"Port {given} is taken: give {setting} another port, or leave it unset to use any free one.");
        return given.Value;
    }

    public static bool IsFree(int port) => Obstacle(IPAddress.Loopback, port) is null;

    /// <summary>Why nothing can listen there, or null.</summary>
    public static SocketException? Obstacle(IPAddress address, int port)
    {
        using var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Bind(new IPEndPoint(address, port));
            socket.Listen();
            return null;
        }
        catch (SocketException obstacle)
        {
            return obstacle;
        }
    }

    public static int AnyFree()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }
}
