using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Distribution.Benchmarks.EmptyWorker;

/// <summary>Answers everything with nothing.</summary>
public sealed class EmptyFunction
{
    [Function("http")]
    public static IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, Route = "{*path}")] HttpRequest request) =>
        Results.Ok(request.Method);
}
