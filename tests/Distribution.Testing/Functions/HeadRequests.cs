using System.Net;
using System.Net.Sockets;

namespace Distribution.Testing.Functions;

/// <summary>
/// Does with a request what the host does: starts the HTTP function, and forwards the request to the worker's own address under the
/// invocation's id, with the headers of a proxy. A function that failed is a 500, whatever the worker has answered.
/// </summary>
internal sealed class HeadRequests(FunctionsHost host)
    : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, ConnectCallback = ConnectAsync })
{
    private const string Function = "http";

    /// <summary>How often it tries to connect: a worker says that its functions are loaded a little before it listens.</summary>
    private const int Tries = 1_000;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var invocation = Guid.NewGuid().ToString();
        var asked = request.RequestUri!;
        request.Headers.Remove("x-ms-invocation-id");
        request.Headers.Add("x-ms-invocation-id", invocation);
        AddIfAbsent(request, "X-Forwarded-For", "127.0.0.1");
        AddIfAbsent(request, "X-Forwarded-Host", request.Headers.Host ?? asked.Authority);
        AddIfAbsent(request, "X-Forwarded-Proto", asked.Scheme);
        request.Headers.Host = null;
        request.RequestUri = new(host.WorkerAddress, asked.PathAndQuery);
        var answering = base.SendAsync(request, cancellationToken);
        var running = host.InvokeAsync(Function, new() { Http = new() }, invocation, cancellationToken);
        var answer = await answering;
        // The function ends when its answer has been read.
        await answer.Content.LoadIntoBufferAsync(cancellationToken);
        return (await running).Succeeded ? answer : new(HttpStatusCode.InternalServerError) { Content = answer.Content };
    }

    private static async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            Socket socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                await socket.ConnectAsync(context.DnsEndPoint, cancellationToken);
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch (SocketException failure) when (failure.SocketErrorCode == SocketError.ConnectionRefused && attempt < Tries)
            {
                socket.Dispose();
                await Task.Delay(Pause, TimeProvider.System, cancellationToken);
            }
        }
    }

    private static void AddIfAbsent(HttpRequestMessage request, string name, string value)
    {
        if (!request.Headers.Contains(name)) request.Headers.Add(name, value);
    }
}
