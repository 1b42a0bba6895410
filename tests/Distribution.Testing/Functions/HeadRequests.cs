using System.Net;

namespace Distribution.Testing.Functions;

/// <summary>
/// Does with a request what the host does: starts the HTTP function, and forwards the request to the worker's own address under the
/// invocation's id, with the headers of a proxy. A function that failed is a 500, whatever the worker has answered.
/// </summary>
internal sealed class HeadRequests(FunctionsHost host) : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
{
    private const string Function = "http";

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

    private static void AddIfAbsent(HttpRequestMessage request, string name, string value)
    {
        if (!request.Headers.Contains(name)) request.Headers.Add(name, value);
    }
}
