using System.Net;
using System.Net.Sockets;

namespace Distribution.Server.Embedded;

/// <summary>Chooses a port of the loopback interface: the one the user gave, else the usual one, else any free one (0).</summary>
internal static class LoopbackPort
{
    public static int Choose(int? given, int usual, string setting)
    {
        if (given is null)
            return IsFree(usual) ? usual : 0;
        if (!IsFree(given.Value))
            throw new StartFailure($"Port {given} is taken: give {setting} another port, or leave it unset to use any free one.");
        return given.Value;
    }

    public static bool IsFree(int port)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Bind(new IPEndPoint(IPAddress.Loopback, port));
            socket.Listen();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
