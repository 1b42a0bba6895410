using Distribution.Readers.Signups;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Distribution.Web.Readers.Signups;

/// <summary>
/// Metadata of a route whose use case counts the requests of each network. A request that is refused before it gets there counts as well.
/// </summary>
internal sealed record CountedRefusals
{
    public static void Use(IApplicationBuilder app)
    {
        app.Use(async (context, next) =>
        {
            if (context.GetEndpoint()?.Metadata.GetMetadata<CountedRefusals>() is null)
            {
                await next(context);
                return;
            }

            try
            {
                await next(context);
            }
            catch (Exception fault) when (fault is BadHttpRequestException or NotSupportedException or InvalidOperationException)
            {
                var limit = context.RequestServices.GetRequiredService<LimitNetwork>();
                if (await limit.RunAsync(ClientNetwork.Get(context), context.RequestAborted) is not { } wait) throw;
                await new TooManyProblem(wait).ExecuteAsync(context);
            }
        });
    }
}

internal static class CountedRoutes
{
    public static RouteHandlerBuilder CountsRefusals(this RouteHandlerBuilder route) => route.WithMetadata(new CountedRefusals());
}
