using System.Net.Sockets;

namespace Distribution.Mail.Smtp;

/// <summary>Connects to the relay.</summary>
internal static class RelaySocket
{
    private const int SecondsBetweenProbes = 60;

    public static async Task<Socket> ConnectAsync(
        string host, int port, TimeSpan patience, TimeProvider clock, CancellationToken cancellationToken)
    {
        var socket = Create();
        using var timeout = new CancellationTokenSource(patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        try
        {
            await socket.ConnectAsync(host, port, either.Token);
            return socket;
        }
        catch (Exception fault)
        {
            socket.Dispose();
            if (fault is OperationCanceledException && !cancellationToken.IsCancellationRequested)
                throw new IOException($"no connection to the relay within {patience.TotalSeconds} seconds");
            throw;
        }
    }

    private static Socket Create()
    {
        // With Nagle's algorithm and delayed acknowledgements every mail would wait 40 ms.
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };

        // The answer to a mail may take ten minutes, and cloud networks forget a silent connection after four.
        socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.KeepAlive, true);
        socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveTime, SecondsBetweenProbes);
        socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveInterval, SecondsBetweenProbes);
        return socket;
    }
}
