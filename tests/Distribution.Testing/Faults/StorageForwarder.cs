using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;

namespace Distribution.Testing.Faults;

/// <summary>Passes a request on as it is: the client's signature covers its path and some of its headers, but not the host.</summary>
internal sealed class StorageForwarder : IDisposable
{
    private static readonly UriCreationOptions AsSent = new() { DangerousDisablePathAndQueryCanonicalization = true };

    private readonly HttpMessageInvoker storage = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false });

    public async Task<HttpResponseMessage> SendAsync(HttpContext context, byte[] body, Uri service, CancellationToken cancellationToken)
    {
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        using HttpRequestMessage request = new(new(context.Request.Method), new Uri(service.GetLeftPart(UriPartial.Authority) + target, AsSent));
        request.Content = new ByteArrayContent(body);
        foreach (var (name, values) in context.Request.Headers.Where(header => header.Key is not "Host"))
        {
            string?[] texts = values.ToArray();
            if (!request.Headers.TryAddWithoutValidation(name, texts)) request.Content.Headers.TryAddWithoutValidation(name, texts);
        }

        var answer = await storage.SendAsync(request, cancellationToken);
        await answer.Content.LoadIntoBufferAsync(cancellationToken);
        return answer;
    }

    public static async Task GiveAsync(HttpContext context, HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        context.Response.StatusCode = (int)answer.StatusCode;
        foreach (var (name, values) in answer.Headers.Concat(answer.Content.Headers).Where(header => IsKept(header.Key)))
        {
            context.Response.Headers[name] = new StringValues([.. values]);
        }

        await answer.Content.CopyToAsync(context.Response.Body, cancellationToken);
    }

    /// <summary>Answers as the service does when it is too busy or has a fault of its own.</summary>
    public static async Task RefuseAsync(HttpContext context, StorageService service, int status, CancellationToken cancellationToken)
    {
        var code = status == 500 ? "InternalError" : "ServerBusy";
        context.Response.StatusCode = status;
        context.Response.Headers["x-ms-error-code"] = code;
        context.Response.ContentType = service == StorageService.Table ? "application/json" : "application/xml";
        var body = service == StorageService.Table
            ? $$$$"""{"odata.error":{"code":"{{{{code}}}}","message":{"lang":"en-US","value":"The storage is away."}}}"""
            : $"<?xml version=\"1.0\" encoding=\"utf-8\"?><Error><Code>{code}</Code><Message>The storage is away.</Message></Error>";
        await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(body), cancellationToken);
    }

    public void Dispose() => storage.Dispose();

    /// <summary>Headers of one connection alone (RFC 9110, section 7.6.1) stay with it.</summary>
    private static bool IsKept(string header) => header is not ("Connection" or "Keep-Alive" or "Transfer-Encoding");
}
