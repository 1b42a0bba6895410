using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Distribution.Functions;

/// <summary>Every request, whatever its path and method; the pipeline authorises it.</summary>
public sealed class HttpFunction(Pipeline pipeline)
{
    [Function("http")]
    public async Task<IResult> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, Route = "{*path}")] HttpRequest request)
    {
        await pipeline.RunAsync(request.HttpContext);
        return Results.Empty;
    }
}
