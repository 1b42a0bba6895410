using Distribution.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Distribution.Functions;

/// <summary>The one ASP.NET Core pipeline of the application, built once, run on requests that a function has received.</summary>
public sealed class Pipeline(IServiceProvider services)
{
    private readonly RequestDelegate run = Build(services);

    /// <summary>Makes the handlers of all routes, for which the first request would have to wait.</summary>
    public void Prepare() => _ = services.GetRequiredService<EndpointDataSource>().Endpoints;

    public Task RunAsync(HttpContext context)
    {
        // The worker has already matched the request with its catch-all function.
        context.SetEndpoint(null);
        context.Request.RouteValues.Clear();
        return run(context);
    }

    private static RequestDelegate Build(IServiceProvider services)
    {
        var app = new ApplicationBuilder(services);
        app.UseDistribution();
        return app.Build();
    }
}
